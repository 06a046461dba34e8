package dev.cacheward.operator;

import java.util.Arrays;

/** Resources that name Deployments to restart, and Deployments; each of the latter begins a YAML document. */
final class RestartManifests {
    private RestartManifests() {}

    static String profile(String name, String ttl, String... deployments) {
        return """
                apiVersion: cacheward.dev/v1alpha1
                kind: CacheProfile
                metadata: {name: %s}
                spec:
                  ttls: {users: %s}
                  restart: [%s]
                """.formatted(name, ttl, targets(deployments));
    }

    static String policy(String name, String... deployments) {
        return """
                apiVersion: cacheward.dev/v1alpha1
                kind: RateLimitPolicy
                metadata: {name: %s}
                spec:
                  profileRef: {name: %s}
                  limits: {query: 20/minute}
                  restart: [%s]
                """.formatted(name, name, targets(deployments));
    }

    static String deployment(String name) {
        return """
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: %s}
                spec:
                  selector: {matchLabels: {app: %s}}
                  template:
                    metadata: {labels: {app: %s}}
                    spec: {containers: [{name: main, image: shop}]}
                """.formatted(name, name, name);
    }

    private static String targets(String... deployments) {
        return String.join(
                ", ",
                Arrays.stream(deployments)
                        .map(name -> "{kind: Deployment, name: " + name + "}")
                        .toList());
    }
}
