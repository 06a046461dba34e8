package dev.cacheward.testbed;

import static dev.cacheward.testbed.ApiSamples.assertConflict;
import static dev.cacheward.testbed.ApiSamples.map;
import static dev.cacheward.testbed.ApiSamples.profile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.CacheProfileStatus;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServerSideApplyTest {
    private static final String IMPOSSIBLE_VERSION = "1";

    private final EmbeddedApi api = EmbeddedApi.start();
    private final KubernetesClient client = api.client();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void anApplyCreatesWhatIsAbsentEvenWithAnImpossibleResourceVersion() {
        // Given
        ConfigMap wanted = withVersion(map(Map.of("a", "1")), IMPOSSIBLE_VERSION);

        // When
        ConfigMap created = apply(wanted);

        // Then
        assertThat(created.getMetadata().getUid()).isNotBlank();
        assertThat(created.getMetadata().getCreationTimestamp()).isNotBlank();
        assertThat(live().getData()).containsExactly(Map.entry("a", "1"));
    }

    @Test
    void anApplyWithTheImpossibleResourceVersionIsRefusedWhereTheNameIsTaken() {
        // Given
        apply(map(Map.of("a", "1")));
        ConfigMap creation = withVersion(map(Map.of("a", "2")), IMPOSSIBLE_VERSION);

        // When
        ThrowingCallable create = () -> apply(creation);

        // Then
        assertConflict(create);
        assertThat(live().getData()).containsEntry("a", "1");
    }

    @Test
    void anApplyWithTheUidOfAnObjectThatIsGoneCreatesNothing() {
        // Given
        ConfigMap gone = apply(map(Map.of("a", "1")));
        client.resource(gone).delete();

        // When
        ThrowingCallable apply = () -> apply(withUid(map(Map.of("a", "2")), gone));

        // Then
        assertConflict(apply);
        assertThat(live()).isNull();
    }

    @Test
    void anApplyWithTheUidOfAFormerObjectOfThatNameIsRefused() {
        // Given
        ConfigMap gone = apply(map(Map.of("a", "1")));
        client.resource(gone).delete();
        apply(map(Map.of("a", "other")));

        // When
        ThrowingCallable apply = () -> apply(withUid(map(Map.of("a", "2")), gone));

        // Then
        assertConflict(apply);
        assertThat(live().getData()).containsEntry("a", "other");
    }

    @Test
    void whatAManagerNoLongerAppliesGoesAndWhatOthersWroteStays() {
        // Given
        ConfigMap first = apply(map(Map.of("a", "1", "b", "2")));
        client.resource(first)
                .edit(m -> new ConfigMapBuilder(m)
                        .addToData("foreign", "x")
                        .editMetadata()
                        .addToLabels("foreign", "x")
                        .endMetadata()
                        .build());

        // When
        ConfigMap second = apply(map(Map.of("a", "1")));

        // Then
        assertThat(second.getData()).containsOnlyKeys("a", "foreign");
        assertThat(second.getMetadata().getLabels()).containsKey("foreign");
        assertThat(second.getMetadata().getUid()).isEqualTo(first.getMetadata().getUid());
    }

    @Test
    void anApplyThatChangesNothingKeepsTheVersionAndTellsNobody() {
        // Given
        ConfigMap before = apply(map(Map.of("a", "1")));
        List<String> seen = new CopyOnWriteArrayList<>();
        client.configMaps().watch(recording(seen));
        await().atMost(KubeletRig.SOON).until(() -> seen.size() == 1);

        // When
        ConfigMap after = apply(map(Map.of("a", "1")));
        apply(map(Map.of("a", "2")));

        // Then
        assertThat(after.getMetadata().getResourceVersion())
                .isEqualTo(before.getMetadata().getResourceVersion());
        await().atMost(KubeletRig.SOON).until(() -> seen.contains("MODIFIED 2"));
        assertThat(seen).containsExactly("ADDED 1", "MODIFIED 2");
    }

    @Test
    void anApplyOnTheMainResourceLeavesTheStatus() {
        // Given
        CacheProfile seen = apply(profile("60s"));
        seen.setStatus(new CacheProfileStatus(1L, null, null, null, 7, null, null));
        client.resource(seen).updateStatus();

        // When
        CacheProfile applied = apply(profile("5m"));

        // Then
        assertThat(applied.getStatus().keyCount()).isEqualTo(7);
    }

    private ConfigMap live() {
        return client.configMaps().withName("m").get();
    }

    private <T extends HasMetadata> T apply(T object) {
        return ApiSamples.apply(client, object);
    }

    private static ConfigMap withVersion(ConfigMap map, String version) {
        map.getMetadata().setResourceVersion(version);
        return map;
    }

    private static ConfigMap withUid(ConfigMap map, HasMetadata other) {
        map.getMetadata().setUid(other.getMetadata().getUid());
        return map;
    }

    private static Watcher<ConfigMap> recording(List<String> seen) {
        return new Watcher<>() {
            @Override
            public void eventReceived(Action action, ConfigMap map) {
                seen.add(action + " " + map.getData().get("a"));
            }

            @Override
            public void onClose(WatcherException cause) {
                seen.add("closed");
            }
        };
    }
}
