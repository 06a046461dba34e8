package dev.cacheward.cacheprofile;

/**
 * The names of a profile's objects, and of what is in them. They are part of the API: applications and manifests name them.
 *
 * @param profile at most 40 characters, so that every derived name is valid
 */
record RedisNames(String profile) {
    static final String CONTAINER = "redis";

    /** StatefulSet, ServiceAccount, Service, NetworkPolicy, and the Secret with the connection. */
    String redis() {
        return profile + "-redis";
    }

    String headlessService() {
        return profile + "-redis-pods";
    }

    String conf() {
        return profile + "-redis-conf";
    }

    String serverSecret() {
        return profile + "-redis-server";
    }

    String envSecret() {
        return profile + "-redis-env";
    }

    String claim() {
        return profile + "-redis-data";
    }

    String preflight() {
        return profile + "-redis-preflight";
    }

    String cache() {
        return profile + "-cache";
    }

    /** What applications connect to; resolvable in every namespace, whatever the cluster's domain is. */
    String host(String namespace) {
        return redis() + "." + namespace + ".svc";
    }
}
