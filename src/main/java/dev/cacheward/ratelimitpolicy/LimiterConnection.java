package dev.cacheward.ratelimitpolicy;

import dev.cacheward.drift.Drift;
import dev.cacheward.kubernetes.Labels;
import dev.cacheward.kubernetes.Owner;
import dev.cacheward.kubernetes.fields.SecretText;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The connection to the Redis that holds the counters of a policy.
 *
 * @param url holds the password
 * @param files what a client needs for TLS, beside the URL
 * @param revision changes with the connection; empty if it is not known
 */
public record LimiterConnection(String url, SortedMap<String, String> files, Optional<String> revision) {
    private static final List<String> FILES = List.of("ca.crt");

    private static final String URL = "url";

    /** The variable that limiters read. */
    private static final String STORAGE = "RATE_LIMIT_STORAGE_URI";

    /** Reads the Secret of a Provisioned Service. */
    public static Optional<LimiterConnection> of(Secret binding) {
        Map<String, String> annotations =
                Optional.ofNullable(binding.getMetadata().getAnnotations()).orElse(Map.of());
        SortedMap<String, String> files = new TreeMap<>();
        FILES.forEach(name -> SecretText.decode(binding, name).ifPresent(text -> files.put(name, text)));
        return SecretText.decode(binding, URL)
                .map(url -> new LimiterConnection(url, files, Optional.ofNullable(annotations.get(Labels.CONNECTION))));
    }

    /** Returns the Secret for {@code envFrom} of a policy: it has one name only, so that it goes beside any other. */
    public Secret environment(Owner policy) {
        SortedMap<String, String> data = new TreeMap<>(files);
        data.put(STORAGE, url);
        return Drift.stamp(new SecretBuilder()
                .withNewMetadata()
                .withName(name(policy))
                .withNamespace(policy.namespace())
                .withLabels(Labels.child(policy.kind(), policy.name(), Labels.DELIVERY))
                .withOwnerReferences(policy.reference())
                .endMetadata()
                .withType("Opaque")
                .withData(SecretText.encode(data))
                .build());
    }

    /** Returns the name of that Secret. */
    static String name(Owner policy) {
        return policy.name() + "-limits-env";
    }

    /** Leaves out what is secret. */
    @Override
    public String toString() {
        return "LimiterConnection[" + revision.orElse("") + "]";
    }
}
