package dev.cacheward.cluster.rig;

/** Texts of small resources: the servers ask for little, so that many fit on one node. */
public final class ResourceManifests {
    /** Beside {@link #profile}'s resources: a server with a volume and a network policy, so that it owns one of each kind. */
    public static final String EVERYTHING = "persistence: {mode: AppendOnly, size: 64Mi},"
            + " networkPolicy: {from: [{podSelector: {matchLabels: {app: shop}}}]}";

    private static final String SMALL = "resources: {requests: {cpu: 10m, memory: 32Mi}, limits: {memory: 64Mi}}";

    private ResourceManifests() {}

    public static String profile(String name) {
        return profile(name, "users: 60s");
    }

    public static String profile(String name, String ttls) {
        return profile(name, ttls, "", "");
    }

    /**
     * A profile.
     *
     * @param managed more fields of {@code spec.redis.managed}, in flow style
     * @param spec more lines of {@code spec}
     */
    public static String profile(String name, String ttls, String managed, String spec) {
        return """
                apiVersion: cacheward.dev/v1alpha1
                kind: CacheProfile
                metadata: {name: %s}
                spec:
                  ttls: {%s}
                  redis: {managed: {%s}}
                """.formatted(name, ttls, managed.isEmpty() ? SMALL : SMALL + ", " + managed)
                + (spec.isEmpty() ? "" : "  " + spec + "\n");
    }

    public static String managed(String name, String managed) {
        return profile(name, "users: 60s", managed, "");
    }

    public static String policy(String name, String profile, String limits) {
        return """
                apiVersion: cacheward.dev/v1alpha1
                kind: RateLimitPolicy
                metadata: {name: %s}
                spec:
                  profileRef: {name: %s}
                  limits: {%s}
                """.formatted(name, profile, limits);
    }

    public static String secret(String name, String key, String value) {
        return """
                apiVersion: v1
                kind: Secret
                metadata: {name: %s}
                stringData: {%s: "%s"}
                """.formatted(
                name, key, value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"));
    }
}
