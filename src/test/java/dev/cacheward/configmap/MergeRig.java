package dev.cacheward.configmap;

import dev.cacheward.drift.Tries;
import dev.cacheward.kubernetes.Owner;
import dev.cacheward.kubernetes.OwnerKind;
import dev.cacheward.testbed.EmbeddedApi;
import dev.cacheward.testbed.Request;
import dev.cacheward.testbed.SettableClock;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Merges of one profile into a ConfigMap of a person's, which is named app; "us" is the operator. */
final class MergeRig implements AutoCloseable {
    static final SortedMap<String, String> KEYS = Collections.unmodifiableSortedMap(new TreeMap<>(Map.of("K", "1")));
    static final Owner OWNER =
            new Owner("cacheward.dev/v1alpha1", OwnerKind.PROFILE, EmbeddedApi.NAMESPACE, "shop", "1-2-3");

    final SettableClock clock = new SettableClock();
    final EmbeddedApi api = EmbeddedApi.start();
    final KubernetesClient person = api.client("a-person");
    final MergeWriter writer = new MergeWriter(api.client("us"), new Tries(clock));

    void refuseApplies(int code) {
        api.failNext(1, Request::isApply, code, "Refused", "may not");
    }

    void create(Map<String, String> data) {
        person.resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName("app")
                        .endMetadata()
                        .withData(data)
                        .build())
                .create();
    }

    Map<String, String> data() {
        return person.configMaps().withName("app").get().getData();
    }

    @Override
    public void close() {
        api.close();
    }
}
