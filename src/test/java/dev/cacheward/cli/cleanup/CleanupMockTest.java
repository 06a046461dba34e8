package dev.cacheward.cli.cleanup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.CacheProfileStatus;
import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.status.Reason;
import dev.cacheward.testbed.Request;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How resources are cleaned up, and how long it waits for what refuses. */
class CleanupMockTest {
    private static final String MERGING = """
            apiVersion: cacheward.dev/v1alpha1
            kind: CacheProfile
            metadata: {name: shop, finalizers: [cacheward.dev/merged-keys]}
            spec:
              ttls: {users: 60s}
              delivery: [{configMap: {name: app, mode: Merge}}]
            """;

    private final CleanupRig rig = new CleanupRig();

    @BeforeEach
    void create() {
        rig.apply("a-person", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: app}\ndata: {own: kept}\n");
        rig.apply(
                "cacheward-profile-shop",
                "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: app}\ndata: {CACHE_TTL_USERS: '60'}\n");
        rig.apply("a-person", MERGING);
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void mergedKeysAndFinalizersGoAtOnce() {
        // When
        boolean all = rig.cleanup.all();

        // Then
        assertThat(all).isTrue();
        assertThat(data()).isEqualTo(Map.of("own", "kept"));
        assertThat(finalizers()).isEmpty();
        assertThat(rig.pauses).isEmpty();
    }

    @Test
    void aRefusalIsWaitedForAMinuteAndNoLonger() {
        // Given
        refuse(1_000);

        // When
        boolean all = rig.cleanup.all();

        // Then
        assertThat(all).isFalse();
        assertThat(rig.pauses).hasSize(12).containsOnly(Duration.ofSeconds(5));
        assertThat(finalizers()).isEmpty();
        assertThat(data()).containsKey("CACHE_TTL_USERS");
    }

    @Test
    void whatIsRefusedOnlyForAWhileIsTakenOutThen() {
        // Given
        refuse(2);

        // When
        boolean all = rig.cleanup.all();

        // Then
        assertThat(all).isTrue();
        assertThat(rig.pauses).isNotEmpty();
        assertThat(data()).isEqualTo(Map.of("own", "kept"));
    }

    @Test
    void whoInterruptsItFindsTheResourceAsItWas() {
        // Given
        refuse(1_000);
        Cleanup interrupted = rig.cleanup(time -> {
            throw new InterruptedException();
        });

        // Then
        assertThatThrownBy(interrupted::all).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(finalizers()).isNotEmpty();
    }

    @Test
    void aResourceSaysThatNobodyLooksAfterItAndKeepsWhatElseIsKnown() {
        // Given
        rig.status("shop", "Ready", "Reconciling", "RedisAvailable");

        // When
        rig.cleanup.all();

        // Then
        CacheProfileStatus status =
                rig.client.resources(CacheProfile.class).withName("shop").get().getStatus();
        assertThat(status.conditions())
                .extracting(Condition::type, Condition::status, Condition::reason)
                .containsExactly(
                        tuple("Ready", "Unknown", Reason.OPERATOR_REMOVED.wire()),
                        tuple("RedisAvailable", "True", "CheckPassed"));
        assertThat(status.keyCount()).isEqualTo(1);
    }

    @Test
    void aStatusThatCannotBeWrittenIsNoFailure() {
        // Given
        rig.api.failNext(1_000, request -> request.path().endsWith("/status"), 403, "Forbidden", "may not");

        // When
        boolean all = rig.cleanup.all();

        // Then
        assertThat(all).isTrue();
        assertThat(finalizers()).isEmpty();
    }

    private void refuse(int times) {
        rig.api.failNext(times, CleanupMockTest::changesTheMap, 403, "Forbidden", "may not");
    }

    private static boolean changesTheMap(Request request) {
        return request.isWrite() && request.path().endsWith("/configmaps/app");
    }

    private Map<String, String> data() {
        return rig.client.configMaps().withName("app").get().getData();
    }

    private List<String> finalizers() {
        return rig.client.resources(CacheProfile.class).withName("shop").get().getFinalizers();
    }
}
