package dev.cacheward.api.v1alpha1.schema;

import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Adds the rules for {@code podTemplate} and {@code networkPolicy}. They require what Kubernetes requires inside its own types,
 * so that the API server refuses a mistake in the profile and not later in the pod. They also keep the profile readable for the
 * operator.
 */
final class PodRules {
    /** Maps the properties by which a type of Kubernetes is recognised to those that it requires. */
    private static final Map<Set<String>, List<String>> REQUIRED = Map.of(
            Set.of("key", "operator", "values"), List.of("key", "operator"),
            Set.of("nodeSelectorTerms"), List.of("nodeSelectorTerms"),
            Set.of("preference", "weight"), List.of("preference", "weight"),
            Set.of("podAffinityTerm", "weight"), List.of("podAffinityTerm", "weight"),
            Set.of("topologyKey", "namespaces"), List.of("topologyKey"),
            Set.of("topologyKey", "maxSkew"), List.of("maxSkew", "topologyKey", "whenUnsatisfiable"),
            Set.of("cidr"), List.of("cidr"));

    /**
     * The highest value of a number; the lowest is 1. Kubernetes' own types hold 32 bits, but the API server accepts 64, and
     * one profile that the operator cannot read keeps it from reading any.
     */
    private static final Map<String, Integer> MOST =
            Map.of("weight", 100, "maxSkew", Integer.MAX_VALUE, "minDomains", Integer.MAX_VALUE);

    private PodRules() {}

    static void complete(JSONSchemaProps root) {
        embedded(SchemaAt.path(root, "spec", "redis", "managed").schema());
        pod(root, "imagePullSecrets", SchemaAt.ITEMS).schema().setRequired(List.of("name"));
        NameRules.object(root, "spec", "redis", "managed", "podTemplate", "imagePullSecrets", SchemaAt.ITEMS, "name");
        NameRules.object(root, "spec", "redis", "managed", "podTemplate", "priorityClassName");
        labels(root);
    }

    private static void labels(JSONSchemaProps root) {
        for (String map : List.of("labels", "annotations", "nodeSelector")) {
            NameRules.labels(pod(root, map), "spec.redis.managed.podTemplate." + map);
        }
        NameRules.labelValue(pod(root, "labels", SchemaAt.VALUES));
        NameRules.labelValue(pod(root, "nodeSelector", SchemaAt.VALUES));
        pod(root, "labels")
                .names(
                        "!name.startsWith('cacheward.dev/') && !name.startsWith('app.kubernetes.io/')",
                        "cannot be a name in spec.redis.managed.podTemplate.labels: those that begin with cacheward.dev/ or"
                                + " app.kubernetes.io/ are the operator's");
        pod(root, "annotations")
                .names(
                        "!name.startsWith('cacheward.dev/')",
                        "cannot be a name in spec.redis.managed.podTemplate.annotations: those that begin with cacheward.dev/ are"
                                + " the operator's");
    }

    private static SchemaAt pod(JSONSchemaProps root, String... path) {
        return SchemaAt.path(
                SchemaAt.path(root, "spec", "redis", "managed", "podTemplate").schema(), path);
    }

    private static void embedded(JSONSchemaProps schema) {
        Optional.ofNullable(schema.getProperties()).ifPresent(properties -> {
            REQUIRED.forEach((marks, required) -> {
                if (properties.keySet().containsAll(marks)) {
                    schema.setRequired(required);
                }
            });
            properties.forEach(PodRules::property);
        });
        Optional.ofNullable(schema.getItems()).ifPresent(items -> embedded(items.getSchema()));
    }

    private static void property(String name, JSONSchemaProps schema) {
        Optional.ofNullable(MOST.get(name))
                .ifPresent(most -> SchemaAt.path(schema).between(1, most));
        if (name.equals("matchLabels")) {
            NameRules.shortNames(SchemaAt.path(schema), name);
        }
        embedded(schema);
    }
}
