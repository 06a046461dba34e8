package dev.cacheward.cluster.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import dev.cacheward.cluster.rig.ApplicationConnection;
import dev.cacheward.cluster.rig.Backup;
import dev.cacheward.cluster.rig.ResourceManifests;
import dev.cacheward.cluster.rig.ResourceVersions;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a backup brings back, without owner references and with new uids, is taken over as it is. */
class RestoredIT {
    private static final String LIMITS = ResourceManifests.policy("shop", "shop", "query: 20/minute");

    private TestNamespace namespace;

    @BeforeEach
    void create() {
        namespace = new TestNamespace("restored");
    }

    @AfterEach
    void delete() {
        namespace.close();
    }

    @Test
    void whatAnOrphaningDeletionLeavesIsTakenOverWithPasswordAndDataByTheSamePod() {
        // Given
        String profile = ResourceManifests.managed("shop", ResourceManifests.EVERYTHING);
        applyReady(profile + "---\n" + LIMITS);
        ApplicationConnection.ask(ApplicationConnection.url(namespace, "shop"), redis -> redis.set("cart", "full"));
        Map<String, Map<String, String>> passwords = passwords();
        String pod = podUid();
        orphan();

        // When
        applyReady(profile + "---\n" + LIMITS);

        // Then
        assertThat(passwords()).isEqualTo(passwords);
        assertThat(podUid()).isEqualTo(pod);
        assertThat(ApplicationConnection.<String>ask(
                        ApplicationConnection.url(namespace, "shop"), redis -> redis.get("cart")))
                .isEqualTo("full");
        assertAllOwned();
        ResourceVersions.assertQuiet(namespace, Duration.ofSeconds(15));
    }

    @Test
    void whatIsCreatedBeforeItsOwnersIsTakenOver() {
        // Given
        String profile = ResourceManifests.managed("shop", "podTemplate: {nodeSelector: {kubernetes.io/os: linux}}");
        applyReady(profile + "---\n" + LIMITS);
        Map<String, Map<String, String>> passwords = passwords();
        Backup backup = Backup.of(namespace);
        deleteAll();
        backup.restore(namespace);

        // When
        applyReady(profile + "---\n" + LIMITS);

        // Then
        assertThat(passwords()).isEqualTo(passwords);
        assertAllOwned();
        ResourceVersions.assertQuiet(namespace, Duration.ofSeconds(15));
    }

    /** Whoever restored it owns its fields, too, and would keep them. */
    @Test
    void whatIsNoLongerWantedGoesFromWhatWasRestored() {
        // Given
        String selected = "podTemplate: {nodeSelector: {kubernetes.io/os: linux}}";
        applyReady(ResourceManifests.profile("shop", "users: 60s, pages: 5m", selected, "") + "---\n" + LIMITS);
        Backup backup = Backup.of(namespace);
        deleteAll();
        backup.restore(namespace);
        applyReady(ResourceManifests.profile("shop", "users: 60s, pages: 5m", selected, "") + "---\n" + LIMITS);
        String pod = podUid();

        // When
        namespace.apply(ResourceManifests.profile("shop", "users: 60s"));

        // Then
        TestNamespace.patiently()
                .untilAsserted(() ->
                        assertThat(namespace.configMap("shop-cache").getData()).doesNotContainKey("CACHE_TTL_PAGES"));
        namespace.awaitNewPod("shop", pod);
        assertThat(namespace.redisPod("shop").orElseThrow().getSpec().getNodeSelector())
                .isEmpty();
    }

    @Test
    void whatIsHandedOverByItsLabelsIsTakenOver() {
        // Given
        namespace.create(ResourceManifests.secret("shop-redis-env", "REDIS_PASSWORD", "kept"));
        namespace.apply(ResourceManifests.profile("shop"));
        namespace.awaitProfile("shop", ConditionType.STALLED, "True", Reason.NAME_CONFLICT);
        String advice = namespace.message("shop", ConditionType.READY);
        assertThat(advice).contains("the passwords in it");

        // When
        Map<String, String> labels = Map.of(
                "app.kubernetes.io/managed-by", "cacheward",
                "app.kubernetes.io/component", "server",
                "cacheward.dev/profile", "shop");
        namespace.resource(Secret.class, "shop-redis-env").edit(secret -> {
            secret.getMetadata().setLabels(labels);
            return secret;
        });

        // Then
        namespace.awaitReady("shop");
        labels.forEach((key, value) -> assertThat(advice).contains(key + "=" + value));
    }

    /** Kubernetes deletes it at once, as it does after every deletion of a profile, and it is made anew. */
    @Test
    void whatStillRefersToTheUidOfADeletedProfileIsDeletedByKubernetesAndMadeAnew() {
        // Given
        applyReady(ResourceManifests.profile("shop") + "---\n" + LIMITS);
        Map<String, Map<String, String>> passwords = passwords();
        Backup backup = Backup.withOwners(namespace);
        deleteAll();

        // When
        backup.restore(namespace);
        applyReady(ResourceManifests.profile("shop") + "---\n" + LIMITS);

        // Then
        TestNamespace.patiently().untilAsserted(this::assertAllOwned);
        assertThat(passwords()).isNotEqualTo(passwords);
    }

    private void applyReady(String manifests) {
        namespace.apply(manifests);
        namespace.awaitReady("shop");
        namespace.awaitPolicy("shop", ConditionType.READY, "True", Reason.READY);
    }

    private void orphan() {
        Stream.of(CacheProfile.class, RateLimitPolicy.class)
                .map(type -> namespace.resource(type, "shop"))
                .forEach(owner ->
                        owner.withPropagationPolicy(DeletionPropagation.ORPHAN).delete());
        TestNamespace.patiently().until(() -> namespace.profile("shop") == null && namespace.policy("shop") == null);
        assertThat(children())
                .isNotEmpty()
                .allSatisfy(child ->
                        assertThat(child.getMetadata().getOwnerReferences()).isEmpty());
    }

    private void deleteAll() {
        namespace.resource(CacheProfile.class, "shop").delete();
        namespace.resource(RateLimitPolicy.class, "shop").delete();
        TestNamespace.patiently()
                .until(() -> children().isEmpty() && namespace.redisPod("shop").isEmpty());
    }

    private void assertAllOwned() {
        String profile = namespace.profile("shop").getMetadata().getUid();
        String policy = namespace.policy("shop").getMetadata().getUid();
        assertThat(children())
                .isNotEmpty()
                .allSatisfy(child -> assertThat(child.getMetadata().getOwnerReferences())
                        .singleElement()
                        .satisfies(owner -> assertThat(owner.getUid()).isIn(profile, policy)));
    }

    private List<HasMetadata> children() {
        return ResourceVersions.objects(namespace)
                .filter(object -> !(object instanceof CacheProfile || object instanceof RateLimitPolicy))
                .toList();
    }

    private String podUid() {
        return namespace.redisPod("shop").orElseThrow().getMetadata().getUid();
    }

    private Map<String, Map<String, String>> passwords() {
        return namespace.list(Secret.class).stream()
                .collect(Collectors.toMap(secret -> secret.getMetadata().getName(), Secret::getData));
    }
}
