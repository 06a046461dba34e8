package dev.cacheward.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.PurgeState;
import dev.cacheward.api.v1alpha1.PurgeStatus;
import dev.cacheward.kubernetes.ResourceAnnotations;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A purge by annotation, and samples of keys, on the Redis of a profile. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyHygieneMockTest {
    private static final Duration QUIET = Duration.ofSeconds(5);

    private RunningOperator running;
    private ProfilePolicyPairs pairs;

    @BeforeAll
    void start() {
        running = new RunningOperator();
        pairs = new ProfilePolicyPairs(running);
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @Test
    void theKeysThatMatchAreDeletedOnceAndTheStatusSaysHowMany() {
        // Given
        try (PublishedKeys keys = ready("purged", "")) {
            keys.make("cache:dataset:", 3_000);
            keys.make("cache:user:", 5);

            // When
            purge("purged", "\"cache:dataset:*\"");
            PurgeStatus done = awaitPurge("purged", PurgeState.DONE);
            keys.make("cache:dataset:", 7);
            running.restartOperator();
            running.awaitQuiet(QUIET);

            // Then
            assertThat(done.deletedKeys()).isEqualTo(3_000);
            assertThat(keys.count()).isEqualTo(12);
            assertThat(running.told("purged")).contains("CacheProfile PurgeRunning", "CacheProfile PurgeDone");
            assertThat(running.profile("purged").getStatus().purge()).isEqualTo(done);
        }
    }

    @Test
    void whoTakesTheAnnotationAwayMaySetItAgain() {
        // Given
        try (PublishedKeys keys = ready("again", "")) {
            keys.make("cache:", 1);
            purge("again", "\"cache:*\"");
            awaitPurge("again", PurgeState.DONE);
            keys.make("cache:", 2);

            // When
            purge("again", "null");
            RunningOperator.soon()
                    .until(() -> running.profile("again").getStatus().purge() == null);
            purge("again", "\"cache:*\"");

            // Then
            assertThat(awaitPurge("again", PurgeState.DONE).deletedKeys()).isEqualTo(2);
        }
    }

    @Test
    void onARedisThatSomebodyElseRunsNothingIsDeleted() {
        // Given
        running.apply(profile("foreign", "redis: {external: {host: redis.invalid}}"));
        RunningOperator.soon()
                .until(() -> running.profile("foreign").getStatus().observedGeneration() == 1);

        // When
        purge("foreign", "\"cache:*\"");

        // Then
        assertThat(awaitPurge("foreign", PurgeState.REFUSED).message()).contains("that somebody else runs");
    }

    @Test
    void aPausedProfileIsPurgedOnlyOnceItGoesOn() {
        // Given
        try (PublishedKeys keys = ready("held", "")) {
            keys.make("cache:", 3);
            pairs.annotate(running.profile("held"), ResourceAnnotations.PAUSED, "\"true\"");
            running.awaitProfile("held", ConditionType.READY, Reason.PAUSED);

            // When
            purge("held", "\"cache:*\"");
            running.awaitQuiet(QUIET);
            long whilePaused = keys.count();
            pairs.annotate(running.profile("held"), ResourceAnnotations.PAUSED, "null");

            // Then
            awaitPurge("held", PurgeState.DONE);
            assertThat(whilePaused).isEqualTo(3);
            assertThat(keys.count()).isZero();
        }
    }

    @Test
    void aPurgeWaitsForARedisThatCannotBeUsed() {
        // Given
        running.apply(profile("waits", "redis: {managed: {image: does-not-exist:1}}"));
        running.awaitProfile("waits", ConditionType.READY, Reason.IMAGE_PULL_FAILED);

        // When
        purge("waits", "\"cache:*\"");

        // Then
        assertThat(awaitPurge("waits", PurgeState.WAITING).message()).contains("condition RedisAvailable");
    }

    @Test
    void keysThatNeverExpireAreToldByTheirPrefixAndCountedAndAreNoPartOfReady() {
        // Given
        String keyspaces = "keyspaces: [{prefix: 'cache:user:', ttl: users}, {prefix: 'flag:', ttl: flags}]";
        try (PublishedKeys keys = ready("sampled", "")) {
            keys.make("cache:user:", 30);
            keys.make("flag:", 20);

            // When
            running.apply(profile("sampled", keyspaces));

            // Then
            assertThat(running.awaitProfile("sampled", ConditionType.KEYS_EXPIRE, Reason.KEYS_NEVER_EXPIRE)
                            .message())
                    .contains("\"cache:user:\" never expire: spec.ttls.users allows 60 seconds")
                    .doesNotContain("flag:");
            running.awaitReady("sampled");
            String metric = "cacheward_redis_sampled_keys";
            assertThat(running.counted(metric, "keyspace=\"cache:user:\",lifetime=\"never\""))
                    .isEqualTo(30);
            assertThat(running.counted(metric, "keyspace=\"flag:\",lifetime=\"in_time\""))
                    .isEqualTo(20);
            keys.expire("cache:user:", 30, 600);
            look("sampled", "1");
            running.awaitProfile("sampled", ConditionType.KEYS_EXPIRE, Reason.TTLS_TOO_LONG);
            keys.expire("cache:user:", 30, 60);
            look("sampled", "2");
            running.awaitProfile("sampled", ConditionType.KEYS_EXPIRE, Reason.KEYS_EXPIRE);
            running.apply(profile("sampled", ""));
            RunningOperator.soon().until(() -> !running.metrics().contains(metric + "{"));
        }
    }

    private void look(String name, String token) {
        pairs.annotate(running.profile(name), ResourceAnnotations.RECONCILE, "\"" + token + "\"");
    }

    private void purge(String name, String json) {
        pairs.annotate(running.profile(name), ResourceAnnotations.PURGE, json);
    }

    private PurgeStatus awaitPurge(String name, PurgeState state) {
        RunningOperator.soon()
                .until(() -> Optional.ofNullable(
                                running.profile(name).getStatus().purge())
                        .filter(purge -> purge.state() == state)
                        .isPresent());
        return running.profile(name).getStatus().purge();
    }

    private PublishedKeys ready(String name, String rest) {
        running.apply(profile(name, rest));
        running.awaitReady(name);
        return PublishedKeys.of(running.client, name);
    }

    private static String profile(String name, String rest) {
        return """
                apiVersion: cacheward.dev/v1alpha1
                kind: CacheProfile
                metadata: {name: %s}
                spec:
                  ttls: {users: 60s, flags: Never}
                  %s
                """.formatted(name, rest);
    }
}
