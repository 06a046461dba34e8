package dev.cacheward.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import dev.cacheward.testbed.Request;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FewWritesMockTest {
    /** Longer than the interval between two reconciliations of a resource that is not ready. */
    private static final Duration QUIET = Duration.ofSeconds(7);

    private static final String RESOURCES = "/apis/cacheward.dev/v1alpha1/namespaces/default/";

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
    void creatingCostsOneWriteForEachObjectAndTwoOfEachStatus() {
        // When
        running.apply(RunningOperator.SHOP.replace("shop", "created"));
        pairs.awaitReady("created");

        // Then
        Map<String, Long> writes = running.writes().stream()
                .filter(write -> write.path().contains("/created"))
                .collect(Collectors.groupingBy(Request::path, Collectors.counting()));
        assertThat(writes).hasSize(13).containsKey(RESOURCES + "cacheprofiles/created/status");
        assertThat(writes)
                .allSatisfy((path, times) ->
                        assertThat(times).as(path).isLessThanOrEqualTo(path.endsWith("/status") ? 2 : 1));
    }

    @Test
    void whatIsNotThereYetIsAskedForOnceAndWhatIsThereNever() {
        // When
        running.apply(RunningOperator.SHOP.replace("shop", "asked"));
        pairs.awaitReady("asked");
        running.apply(RunningOperator.SHOP.replace("shop", "asked").replace("60s", "5m"));
        running.awaitTold("CacheProfile", "asked", Reason.READY);
        pairs.awaitReady("asked");

        // Then
        assertThat(running.api.requests().stream()
                        .filter(request -> request.userAgent().equals(RunningOperator.OPERATOR))
                        .filter(request -> request.method().equals("GET"))
                        .map(Request::path)
                        .filter(path -> path.contains("/asked-")))
                .containsExactlyInAnyOrder(
                        "/apis/apps/v1/namespaces/default/statefulsets/asked-redis",
                        "/api/v1/namespaces/default/secrets/asked-redis",
                        "/api/v1/namespaces/default/secrets/asked-redis-env",
                        "/api/v1/namespaces/default/secrets/asked-redis-server");
    }

    @Test
    void anEditedTtlCostsOneWriteOfItsConfigMapAndOneOfTheStatus() {
        // Given
        running.apply(RunningOperator.SHOP.replace("shop", "edited"));
        pairs.awaitReady("edited");
        running.awaitTold("CacheProfile", "edited", Reason.READY);
        running.awaitTold("RateLimitPolicy", "edited", Reason.READY);
        int before = running.writes().size();

        // When
        running.apply(RunningOperator.SHOP.replace("shop", "edited").replace("60s", "5m"));
        pairs.awaitReady("edited");

        // Then
        assertThat(running.writes().stream().skip(before))
                .extracting(Request::path)
                .containsExactlyInAnyOrder(
                        "/api/v1/namespaces/default/configmaps/edited-cache",
                        RESOURCES + "cacheprofiles/edited/status");
    }

    @Test
    void nothingIsWrittenAtRestWhetherHealthyOrPendingOrFailing() {
        // Given
        running.apply(RunningOperator.SHOP.replace("shop", "healthy"));
        running.apply(RunningOperator.SHOP.replace("shop", "invalid").replace("60s", "400d"));
        running.apply(RunningOperator.SHOP.replace("name: shop}\n  limits", "name: nobody}\n  limits"));
        running.apply("""
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: taken-cache}
                data: {mine: "1"}
                ---
                apiVersion: cacheward.dev/v1alpha1
                kind: CacheProfile
                metadata: {name: taken}
                spec: {ttls: {users: 60s}}
                ---
                apiVersion: cacheward.dev/v1alpha1
                kind: CacheProfile
                metadata: {name: pending}
                spec:
                  ttls: {users: 60s}
                  redis: {managed: {image: does-not-exist:1}}
                """);
        pairs.awaitReady("healthy");
        running.awaitProfile("invalid", ConditionType.STALLED, Reason.INVALID_SPEC);
        running.awaitProfile("taken", ConditionType.STALLED, Reason.NAME_CONFLICT);
        running.awaitProfile("taken", ConditionType.REDIS_AVAILABLE, Reason.CHECK_PASSED);
        running.awaitProfile("pending", ConditionType.READY, Reason.IMAGE_PULL_FAILED);

        // When
        running.awaitPolicy("shop", ConditionType.READY, Reason.PROFILE_NOT_FOUND);

        // Then
        running.awaitQuiet(QUIET);
    }
}
