package dev.cacheward.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.CacheProfileSpec;
import dev.cacheward.api.v1alpha1.CacheProfileStatus;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EmbeddedApiTest {
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
        await().until(() -> seen.size() == 1);

        // When
        ConfigMap after = apply(map(Map.of("a", "1")));
        apply(map(Map.of("a", "2")));

        // Then
        assertThat(after.getMetadata().getResourceVersion())
                .isEqualTo(before.getMetadata().getResourceVersion());
        await().until(() -> seen.contains("MODIFIED 2"));
        assertThat(seen).containsExactly("ADDED 1", "MODIFIED 2");
    }

    @Test
    void aNewCustomResourceHasTheStatusOfOneThatNobodyLookedAt() {
        // Given
        CacheProfile profile = profile("60s");

        // When
        CacheProfile created = client.resource(profile).create();

        // Then
        assertThat(created.getStatus().observedGeneration()).isEqualTo(-1);
        assertThat(created.getMetadata().getGeneration()).isEqualTo(1);
    }

    @Test
    void theGenerationRisesWithTheSpecOnly() {
        // Given
        apply(profile("60s"));

        // When
        CacheProfile changed = apply(profile("5m"));
        CacheProfile withStatus = profile("5m");
        withStatus.setStatus(new CacheProfileStatus(2L, null, null, null, 1, null));
        client.resource(withStatus).subresource("status").patch(applyContext(), withStatus);

        // Then
        CacheProfile found = client.resource(profile("5m")).get();
        assertThat(changed.getMetadata().getGeneration()).isEqualTo(2);
        assertThat(found.getMetadata().getGeneration()).isEqualTo(2);
        assertThat(found.getStatus().keyCount()).isEqualTo(1);
        assertThat(found.getSpec().ttls()).containsEntry("query_result", "5m");
    }

    @Test
    void anApplyOnTheMainResourceLeavesTheStatus() {
        // Given
        CacheProfile seen = apply(profile("60s"));
        seen.setStatus(new CacheProfileStatus(1L, null, null, null, 7, null));
        client.resource(seen).updateStatus();

        // When
        CacheProfile applied = apply(profile("5m"));

        // Then
        assertThat(applied.getStatus().keyCount()).isEqualTo(7);
    }

    @Test
    void whatTheOwnerHadGoesWithIt() {
        // Given
        CacheProfile owner = client.resource(profile("60s")).create();
        ConfigMap owned = map(Map.of("a", "1"));
        owned.getMetadata()
                .setOwnerReferences(List.of(new OwnerReferenceBuilder()
                        .withApiVersion(owner.getApiVersion())
                        .withKind(owner.getKind())
                        .withName("p")
                        .withUid(owner.getMetadata().getUid())
                        .build()));
        apply(owned);

        // When
        client.resource(owner).delete();

        // Then
        assertThat(live()).isNull();
    }

    @Test
    void aDeletionWithTheUidOfAnotherObjectIsRefused() {
        // Given
        ConfigMap gone = apply(map(Map.of("a", "1")));
        client.resource(gone).delete();
        apply(map(Map.of("a", "2")));

        // When
        ThrowingCallable delete = () -> client.configMaps()
                .withName("m")
                .lockResourceVersion(gone.getMetadata().getResourceVersion())
                .delete();

        // Then
        assertConflict(delete);
        assertThat(live()).isNotNull();
    }

    @Test
    void anInjectedFaultIsAnsweredAsOftenAsItWasPlanned() {
        // Given
        api.failNext(1, r -> r.isApply() && r.path().endsWith("/m"), 500, "InternalError", "etcd is gone");

        // When
        ThrowingCallable first = () -> apply(map(Map.of("a", "1")));

        // Then
        assertThatThrownBy(first).hasMessageContaining("etcd is gone");
        assertThat(apply(map(Map.of("a", "1")))).isNotNull();
        assertThat(api.writes()).extracting(Request::status).containsExactly(500, 201);
    }

    private ConfigMap live() {
        return client.configMaps().withName("m").get();
    }

    private <T extends HasMetadata> T apply(T object) {
        return client.resource(object).patch(applyContext(), object);
    }

    private static PatchContext applyContext() {
        return new PatchContext.Builder()
                .withPatchType(PatchType.SERVER_SIDE_APPLY)
                .withFieldManager("cacheward")
                .withForce(true)
                .build();
    }

    private static ConfigMap map(Map<String, String> data) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName("m")
                .withNamespace(EmbeddedApi.NAMESPACE)
                .endMetadata()
                .withData(data)
                .build();
    }

    private static ConfigMap withVersion(ConfigMap map, String version) {
        map.getMetadata().setResourceVersion(version);
        return map;
    }

    private static ConfigMap withUid(ConfigMap map, HasMetadata other) {
        map.getMetadata().setUid(other.getMetadata().getUid());
        return map;
    }

    private static CacheProfile profile(String ttl) {
        CacheProfile profile = new CacheProfile();
        profile.setMetadata(new ObjectMetaBuilder()
                .withName("p")
                .withNamespace(EmbeddedApi.NAMESPACE)
                .build());
        profile.setSpec(new CacheProfileSpec(null, Map.of("query_result", ttl), null, null, null));
        return profile;
    }

    private static void assertConflict(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(KubernetesClientException.class, e -> {
            assertThat(e.getCode()).isEqualTo(409);
            assertThat(e.getStatus().getReason()).isEqualTo("Conflict");
        });
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
