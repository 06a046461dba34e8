package dev.cacheward.cli.cluster;

import dev.cacheward.kubernetes.ApiRefusal;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Reads objects with the rights of the caller. What may not be read counts as absent, and is remembered; every other failure is
 * thrown as the client throws it.
 */
public final class Reading {
    private final KubernetesClient client;
    private final String namespace;
    private final Set<Refusal> refusals = new LinkedHashSet<>();

    /** @param namespace of all that is read, but for {@link #everywhere} */
    public Reading(KubernetesClient client, String namespace) {
        this.client = client;
        this.namespace = namespace;
    }

    /** Returns the client, for those who read something that has no method here. */
    public KubernetesClient client() {
        return client;
    }

    /** Returns where is read. */
    public String namespace() {
        return namespace;
    }

    /** @param lost what is unknown without the right, as the end of a sentence */
    public <T extends HasMetadata> Optional<T> get(Class<T> type, String name, String lost) {
        return refusable(
                right("get", type, "/" + name),
                lost,
                () -> Optional.ofNullable(client.resources(type)
                        .inNamespace(namespace)
                        .withName(name)
                        .get()),
                Optional.empty());
    }

    /** Returns all objects of a type, or those with these labels. */
    public <T extends HasMetadata> List<T> list(Class<T> type, Map<String, String> labels, String lost) {
        return refusable(
                right("list", type, ""),
                lost,
                () -> client.resources(type)
                        .inNamespace(namespace)
                        .withLabels(labels)
                        .list()
                        .getItems(),
                List.of());
    }

    /** Returns the objects with these labels in all namespaces. */
    public <T extends HasMetadata> List<T> everywhere(Class<T> type, Map<String, String> labels, String lost) {
        return refusable(
                "list " + plural(type) + " in all namespaces",
                lost,
                () -> client.resources(type)
                        .inAnyNamespace()
                        .withLabels(labels)
                        .list()
                        .getItems(),
                List.of());
    }

    /** Remembers a missing right. */
    public void refuse(Refusal refusal) {
        refusals.add(refusal);
    }

    /** Returns the rights that were missing, in the order in which they were. */
    public Collection<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    /** Returns what is read, or the other value if that is refused. */
    public <T> T refusable(String right, String lost, Supplier<T> read, T other) {
        try {
            return read.get();
        } catch (KubernetesClientException refused) {
            if (ApiRefusal.forbidden(refused).isEmpty()) {
                throw refused;
            }
            refuse(new Refusal(right, lost));
            return other;
        }
    }

    private String right(String verb, Class<? extends HasMetadata> type, String name) {
        return verb + " " + plural(type) + name + " in namespace " + namespace;
    }

    private static String plural(Class<? extends HasMetadata> type) {
        String group = HasMetadata.getGroup(type);
        return HasMetadata.getPlural(type) + (group.isEmpty() ? "" : "." + group);
    }
}
