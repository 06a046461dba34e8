package dev.cacheward.cluster.restart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.cluster.rig.ResourceManifests;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.kubernetes.ResourceAnnotations;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An application that reads its connection or its keys at its start has the present ones, whatever happened to them. */
class ConnectionRestartIT {
    private static final String RESTART = "  restart: [{kind: Deployment, name: backend}]\n";
    private static final String MERGE = "delivery: [{configMap: {name: shop-config, mode: Merge}}]";

    private TestNamespace namespace;
    private ReadingApplication backend;

    @BeforeEach
    void create() {
        namespace = new TestNamespace("rotated");
        backend = new ReadingApplication(namespace);
    }

    @AfterEach
    void delete() {
        namespace.close();
    }

    @Test
    void aRotatedPasswordIsInTheApplicationAfterOneRollout() {
        // Given
        password("first-password-0001");
        profile("auth: {passwordFrom: {name: pw, key: password}}", "");
        backend.create("secretRef: {name: shop-redis-env}");
        backend.awaitMarked("REDIS_PASSWORD=first-password-0001");
        long generation = backend.generation();

        // When
        password("second-password-0002");
        call();

        // Then
        backend.awaitEnvironment("REDIS_PASSWORD=second-password-0002");
        namespace.awaitReady("shop");
        assertThat(backend.settledGeneration()).isEqualTo(generation + 1);
    }

    @Test
    void aGeneratedPasswordThatIsDeletedReachesTheApplicationByOneRollout() {
        // Given
        profile("", "");
        backend.create("secretRef: {name: shop-redis-env}");
        backend.awaitMarked("REDIS_PASSWORD=" + namespace.secret("shop-redis", "password"));
        long generation = backend.generation();
        String before = namespace.secret("shop-redis", "password");

        // When
        namespace.resource(Secret.class, "shop-redis").delete();

        // Then
        TestNamespace.patiently()
                .until(() -> !namespace.secret("shop-redis", "password").equals(before));
        backend.awaitEnvironment("REDIS_PASSWORD=" + namespace.secret("shop-redis", "password"));
        assertThat(backend.settledGeneration()).isEqualTo(generation + 1);
    }

    @Test
    void podsThatStartedWhileTheKeysWereOutOfAMergedMapAreReplacedOnce() {
        // Given
        map("1");
        profile("", MERGE);
        backend.create("configMapRef: {name: shop-config}");
        backend.awaitMarked("CACHE_TTL_USERS=60");
        call();
        namespace.awaitReady("shop");

        // When
        backend.replaceMap("2");
        backend.restartByHand();
        long generation = backend.generation();
        backend.awaitEnvironment("A=2");
        call();

        // Then
        backend.awaitEnvironment("A=2", "CACHE_TTL_USERS=60");
        assertThat(backend.settledGeneration()).isEqualTo(generation + 1);
    }

    @Test
    void aPutBackThatNoPodMissedRestartsNothing() {
        // Given
        map("1");
        profile("", MERGE);
        backend.create("configMapRef: {name: shop-config}");
        backend.awaitMarked("CACHE_TTL_USERS=60");
        long generation = backend.settledGeneration();
        call();

        // When
        backend.replaceMap("2");
        call();

        // Then
        TestNamespace.patiently()
                .until(() -> namespace.configMap("shop-config").getData().containsKey("CACHE_TTL_USERS"));
        assertThat(backend.settledGeneration()).isEqualTo(generation);
    }

    private void profile(String managed, String spec) {
        namespace.apply(ResourceManifests.profile("shop", "users: 60s", managed, spec) + RESTART);
        namespace.awaitReady("shop");
    }

    private void password(String password) {
        namespace.apply(ResourceManifests.secret("pw", "password", password));
    }

    private void map(String a) {
        namespace.create("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: shop-config}\ndata: {A: \"" + a + "\"}\n");
    }

    /** Neither the author's Secret nor a foreign map is watched. */
    private void call() {
        namespace.resource(CacheProfile.class, "shop").edit(live -> {
            live.getMetadata()
                    .setAnnotations(Map.of(
                            ResourceAnnotations.RECONCILE, UUID.randomUUID().toString()));
            return live;
        });
    }
}
