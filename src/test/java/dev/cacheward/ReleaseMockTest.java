package dev.cacheward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.runtime.Settings;
import dev.cacheward.runtime.SettingsResult;
import dev.cacheward.testbed.EmbeddedApi;
import dev.cacheward.testbed.Request;
import dev.cacheward.testbed.SettableClock;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How resources are let go, and how long it waits for what refuses. */
class ReleaseMockTest {
    private static final String MERGING = """
            apiVersion: cacheward.dev/v1alpha1
            kind: CacheProfile
            metadata: {name: shop, finalizers: [cacheward.dev/merged-keys]}
            spec:
              ttls: {users: 60s}
              delivery: [{configMap: {name: app, mode: Merge}}]
            """;

    private final EmbeddedApi api = EmbeddedApi.start();
    private final KubernetesClient client = api.client();
    private final SettableClock clock = new SettableClock();
    private final List<Duration> pauses = new ArrayList<>();
    private final Release release = release(this::pass);

    @BeforeEach
    void create() {
        apply("a-person", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: app}\ndata: {own: kept}\n");
        apply(
                "cacheward-profile-shop",
                "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: app}\ndata: {CACHE_TTL_USERS: '60'}\n");
        apply("a-person", MERGING);
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void mergedKeysAndFinalizersGoAtOnce() {
        // When
        boolean all = release.all();

        // Then
        assertThat(all).isTrue();
        assertThat(data()).isEqualTo(Map.of("own", "kept"));
        assertThat(finalizers()).isEmpty();
        assertThat(pauses).isEmpty();
    }

    @Test
    void aRefusalIsWaitedForAMinuteAndNoLonger() {
        // Given
        refuse(1_000);

        // When
        boolean all = release.all();

        // Then
        assertThat(all).isFalse();
        assertThat(pauses).hasSize(12).containsOnly(Duration.ofSeconds(5));
        assertThat(finalizers()).isEmpty();
        assertThat(data()).containsKey("CACHE_TTL_USERS");
    }

    @Test
    void whatIsRefusedOnlyForAWhileIsTakenOutThen() {
        // Given
        refuse(2);

        // When
        boolean all = release.all();

        // Then
        assertThat(all).isTrue();
        assertThat(pauses).isNotEmpty();
        assertThat(data()).isEqualTo(Map.of("own", "kept"));
    }

    @Test
    void whoInterruptsItFindsTheResourceAsItWas() {
        // Given
        refuse(1_000);
        Release interrupted = release(time -> {
            throw new InterruptedException();
        });

        // Then
        assertThatThrownBy(interrupted::all).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(finalizers()).isNotEmpty();
    }

    @Test
    void podsThatHaveFailedKeepNoOperatorFromCountingAsStopped() {
        // Given
        apply("a-person", """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: cacheward}
                spec:
                  replicas: 1
                  selector: {matchLabels: {app: cacheward}}
                  template: {metadata: {labels: {app: cacheward}}, spec: {containers: [{name: main, image: none}]}}
                """);
        apply("a-person", """
                apiVersion: v1
                kind: Pod
                metadata: {name: evicted, labels: {app: cacheward}}
                spec: {containers: [{name: main, image: none}]}
                """);
        client.pods()
                .withName("evicted")
                .editStatus(pod -> pod.edit()
                        .withNewStatus()
                        .withPhase("Failed")
                        .withReason("Evicted")
                        .endStatus()
                        .build());

        // When
        release.stop("cacheward");

        // Then
        assertThat(client.apps()
                        .deployments()
                        .withName("cacheward")
                        .get()
                        .getSpec()
                        .getReplicas())
                .isZero();
        assertThat(client.pods().withName("evicted").get()).isNotNull();
    }

    @Test
    void anOperatorThatIsNotThereNeedNotBeStopped() {
        // When
        release.stop("cacheward");

        // Then
        assertThat(api.writes()).noneMatch(write -> write.path().contains("/deployments/"));
    }

    private void pass(Duration time) {
        pauses.add(time);
        clock.pass(time);
    }

    private Release release(Waiting.Sleep sleep) {
        Settings settings = ((SettingsResult.Valid)
                        Settings.parse(Map.of("CACHEWARD_NAMESPACE", EmbeddedApi.NAMESPACE)))
                .settings();
        return new Release(client, settings, new Waiting(clock, sleep));
    }

    private void refuse(int times) {
        api.failNext(times, ReleaseMockTest::changesTheMap, 403, "Forbidden", "may not");
    }

    private static boolean changesTheMap(Request request) {
        return request.isWrite() && request.path().endsWith("/configmaps/app");
    }

    private Map<String, String> data() {
        return client.configMaps().withName("app").get().getData();
    }

    private List<String> finalizers() {
        return client.resources(CacheProfile.class).withName("shop").get().getFinalizers();
    }

    private void apply(String manager, String yaml) {
        client.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
                .items()
                .forEach(object -> client.resource(object)
                        .inNamespace(EmbeddedApi.NAMESPACE)
                        .patch(
                                new PatchContext.Builder()
                                        .withPatchType(PatchType.SERVER_SIDE_APPLY)
                                        .withFieldManager(manager)
                                        .withForce(true)
                                        .build(),
                                object));
    }
}
