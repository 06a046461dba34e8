package dev.cacheward.cacheprofile.model;

/**
 * The names of a profile's objects and of the container in its pods. They are part of the API: applications and manifests use
 * them.
 *
 * @param profile at most 40 characters, so that every derived name is valid
 */
public record ChildNames(String profile) {
    public static final String CONTAINER = "redis";

    /** Returns the name of the StatefulSet, ServiceAccount, Service, NetworkPolicy, and the Secret with the connection. */
    public String redis() {
        return profile + "-redis";
    }

    /** Returns the name of the first pod of the StatefulSet; that of its next one alternates. */
    public String pod() {
        return redis() + "-0";
    }

    public String headlessService() {
        return profile + "-redis-pods";
    }

    public String conf() {
        return profile + "-redis-conf";
    }

    public String serverSecret() {
        return profile + "-redis-server";
    }

    /** Returns the name of the Secret with the certificate that pods mount. */
    public String certificate() {
        return profile + "-redis-certificate";
    }

    /** Returns the name of cert-manager's Certificate, and of the Secret that it writes. */
    public String issued() {
        return profile + "-redis-tls";
    }

    public String envSecret() {
        return profile + "-redis-env";
    }

    public String claim() {
        return profile + "-redis-data";
    }

    public String preflight() {
        return profile + "-redis-preflight";
    }

    public String cache() {
        return profile + "-cache";
    }
}
