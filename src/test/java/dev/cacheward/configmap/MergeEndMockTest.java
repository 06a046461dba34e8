package dev.cacheward.configmap;

import static dev.cacheward.configmap.MergeRig.KEYS;
import static dev.cacheward.configmap.MergeRig.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.drift.Tries;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How merging into a map ends: our keys are taken out, or the map becomes ours. */
class MergeEndMockTest {
    private final MergeRig rig = new MergeRig();

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void aMapWithAKeyThatTheNewPlaceCannotHaveKeepsAll() {
        // Given
        rig.create(Map.of("LOG", "info"));
        rig.writer.merge(OWNER, "app", KEYS);

        // When
        Merge merge = rig.writer.retire(OWNER, "app", Set.of("K", "L"));

        // Then
        assertThat(merge).isEqualTo(new Merge.Kept());
        assertThat(rig.data()).containsEntry("K", "1");
    }

    @Test
    void aMapWithoutSuchAKeyIsLeft() {
        // Given
        rig.create(Map.of("LOG", "info"));
        rig.writer.merge(OWNER, "app", KEYS);

        // When
        Merge merge = rig.writer.retire(OWNER, "app", Set.of("LOG"));

        // Then
        assertThat(merge.isOver()).isTrue();
        assertThat(rig.data()).isEqualTo(Map.of("LOG", "info"));
    }

    @ParameterizedTest
    @CsvSource({"403, WRITE_REFUSED", "409, DELIVERING", "422, WRITE_REFUSED"})
    void aMapThatMayNotBeMadeOursIsTold(int code, Reason reason) {
        // Given
        rig.create(Map.of());
        rig.writer.merge(OWNER, "app", KEYS);
        rig.refuseApplies(code);

        // When
        Optional<Cause> trouble = rig.writer.adopt(OWNER, DeliveryMap.own(OWNER, "app", KEYS));

        // Then
        assertThat(trouble).map(Cause::reason).contains(reason);
    }

    /** Else a key that somebody adds between the read and the write would go with the map one day. */
    @Test
    void aMapIsMadeOursOnlyAsItWasSeen() {
        // Given
        rig.create(Map.of());
        rig.writer.merge(OWNER, "app", KEYS);
        ConfigMap ours = DeliveryMap.own(OWNER, "app", KEYS);

        // When
        Optional<Cause> trouble;
        try (KubernetesClient late = beforeEachPatch(this::addTheirs)) {
            trouble = new MergeWriter(late, new Tries(Clock.systemUTC())).adopt(OWNER, ours);
        }

        // Then
        assertThat(trouble).map(Cause::reason).contains(Reason.DELIVERING);
        assertThat(rig.person.configMaps().withName("app").get().getMetadata().getOwnerReferences())
                .isEmpty();
    }

    private void addTheirs() {
        rig.person
                .configMaps()
                .withName("app")
                .edit(map -> map.edit().addToData("THEIRS", "x").build());
    }

    private KubernetesClient beforeEachPatch(Runnable meanwhile) {
        Interceptor interceptor = new Interceptor() {
            @Override
            public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
                if (request.method().equals("PATCH")) {
                    meanwhile.run();
                }
            }
        };
        return new KubernetesClientBuilder()
                .withConfig(rig.api.config("us"))
                .withHttpClientBuilderConsumer(http -> http.addOrReplaceInterceptor("meanwhile", interceptor))
                .build();
    }
}
