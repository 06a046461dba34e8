package dev.cacheward.configmap;

import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import dev.cacheward.drift.Tries;
import dev.cacheward.kubernetes.Labels;
import dev.cacheward.kubernetes.Owner;
import dev.cacheward.status.Cause;
import dev.cacheward.telemetry.Telemetry;
import dev.cacheward.testbed.EmbeddedApi;
import dev.cacheward.testbed.SettableClock;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Policy "shop", which ends while its keys are in ConfigMaps of somebody else's, and what is told of that. */
final class MergeCleanupRig {
    static final int ALWAYS = 1_000;

    final SettableClock clock = new SettableClock();
    final List<Cause> told = new ArrayList<>();
    final MergeCleanup cleanup;
    private final KubernetesClient person;

    /** @param operators client; another one prepares and looks, whatever becomes of the operator's requests */
    MergeCleanupRig(EmbeddedApi api, KubernetesClient operators) {
        person = api.client();
        cleanup = new MergeCleanup(operators, clock, new Telemetry() {
            @Override
            public void keysLeft(HasMetadata resource, Cause cause) {
                told.add(cause);
            }
        });
    }

    void createAndDelete(String... maps) {
        RateLimitPolicy policy = new RateLimitPolicy();
        policy.setMetadata(new ObjectMetaBuilder()
                .withName("shop")
                .withNamespace(EmbeddedApi.NAMESPACE)
                .withFinalizers(Labels.MERGE_FINALIZER)
                .build());
        policy = person.resource(policy).create();
        for (String map : maps) {
            merge(policy, map);
        }
        person.resource(policy).delete();
    }

    void merge(RateLimitPolicy policy, String map) {
        person.resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName(map)
                        .endMetadata()
                        .withData(Map.of("LOG", "info"))
                        .build())
                .create();
        new MergeWriter(person, new Tries(clock)).merge(Owner.of(policy), map, new TreeMap<>(Map.of("K", "1")));
    }

    RateLimitPolicy policy() {
        return person.resources(RateLimitPolicy.class).withName("shop").get();
    }

    Map<String, String> data(String map) {
        return person.configMaps().withName(map).get().getData();
    }
}
