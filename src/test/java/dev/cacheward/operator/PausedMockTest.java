package dev.cacheward.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.kubernetes.Labels;
import dev.cacheward.kubernetes.ResourceAnnotations;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Conditions;
import dev.cacheward.status.Reason;
import dev.cacheward.testbed.Request;
import java.time.Duration;
import java.util.List;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What stops and calls the operator, and what does neither. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PausedMockTest {
    /** Long enough for a reconciliation to follow an event, and far below the time between two reconciliations without one. */
    private static final Duration QUIET = Duration.ofSeconds(3);

    private RunningOperator running;
    private ProfilePolicyPairs pairs;
    private ConfigMaps maps;

    @BeforeAll
    void start() {
        running = new RunningOperator();
        pairs = new ProfilePolicyPairs(running);
        maps = new ConfigMaps(running.client);
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @Test
    void aPausedPairIsNotWrittenButForItsStatusAndGoesOnWhereItWasLeft() {
        // Given
        running.apply(shop("held"));
        pairs.awaitReady("held");
        running.awaitQuiet(QUIET);
        Condition before = ready(profileOf("held"));
        pairs.pause("held");
        running.awaitProfile("held", ConditionType.READY, Reason.PAUSED);
        running.awaitPolicy("held", ConditionType.READY, Reason.PAUSED);
        int writes = writesOfHeld().size();

        // When
        running.apply(shop("held").replace("60s", "5m").replace("20/minute", "30/minute"));
        maps.delete("held-limits");
        pairs.awaitObserved("held", 2);

        // Then
        assertThat(writesOfHeld().stream().skip(writes)).allMatch(path -> path.endsWith("held/status"));
        Condition paused = ready(profileOf("held"));
        assertThat(paused.status()).isEqualTo("True");
        assertThat(paused.lastTransitionTime()).isEqualTo(before.lastTransitionTime());
        assertThat(paused.observedGeneration()).isEqualTo(1);
        pairs.resume("held");
        pairs.awaitReady("held");
        assertThat(maps.data("held-cache").orElseThrow()).containsEntry("CACHE_TTL_USERS", "300");
        assertThat(maps.data("held-limits").orElseThrow()).containsEntry("RATE_LIMIT_QUERY", "30/minute");
    }

    @Test
    void whatIsPausedFromTheBeginningIsNotMadeAndItsDeletionIsNotHeldUp() {
        // Given
        String annotation = "new, annotations: {" + ResourceAnnotations.PAUSED + ": \"true\"}";
        running.apply(RunningOperator.SHOP.replace("{name: shop}\nspec", "{name: " + annotation + "}\nspec"));

        // When
        running.awaitProfile("new", ConditionType.READY, Reason.PAUSED);
        running.awaitPolicy("new", ConditionType.READY, Reason.PAUSED);

        // Then
        assertThat(running.profile("new").getStatus().conditions())
                .singleElement()
                .extracting(Condition::status)
                .isEqualTo("Unknown");
        assertThat(running.writes())
                .extracting(Request::path)
                .filteredOn(path -> path.contains("/new"))
                .allMatch(path -> path.endsWith("/status"));
        running.client.resource(running.profile("new")).delete();
        RunningOperator.soon().until(() -> running.profile("new") == null);
    }

    @Test
    void aValueThatPausesNothingIsToldBehindReady() {
        // Given
        running.apply(shop("loose"));
        pairs.awaitReady("loose");

        // When
        pairs.annotate(running.profile("loose"), ResourceAnnotations.PAUSED, "\"yes\"");
        pairs.annotate(running.policy("loose"), ResourceAnnotations.PAUSED, "\"yes\"");

        // Then
        String warning = "Warning: Annotation cacheward.dev/paused is \"yes\", which pauses nothing";
        RunningOperator.soon().untilAsserted(() -> {
            assertThat(ready(profileOf("loose")).message()).contains(warning);
            assertThat(ready(running.policy("loose").getStatus().conditions()).message())
                    .contains(warning);
        });
    }

    @Test
    void aPausedResourceThatIsStalledIsNoLongerSo() {
        // Given
        running.apply(shop("stuck").replace("60s", "400d"));
        running.awaitProfile("stuck", ConditionType.STALLED, Reason.INVALID_SPEC);

        // When
        pairs.annotate(running.profile("stuck"), ResourceAnnotations.PAUSED, "\"true\"");
        running.awaitProfile("stuck", ConditionType.READY, Reason.PAUSED);

        // Then
        assertThat(ready(profileOf("stuck")).status()).isEqualTo("False");
        assertThat(running.profile("stuck").getStatus().conditions())
                .extracting(Condition::type)
                .doesNotContain("Stalled", "Reconciling");
        pairs.annotate(running.profile("stuck"), ResourceAnnotations.PAUSED, "\"false\"");
        running.awaitProfile("stuck", ConditionType.STALLED, Reason.INVALID_SPEC);
    }

    @Test
    void aNewTokenStartsAReconciliationAtOnceAndOtherMetadataDoesNot() {
        // Given
        running.apply(shop("called") + "  restart: [{kind: Deployment, name: called}]\n");
        pairs.awaitReady("called");
        int before = RunningOperator.settled(Duration.ofSeconds(2), () -> looks("called"));

        // When
        pairs.annotate(running.policy("called"), ResourceAnnotations.RECONCILE, "\"1\"");
        promptly().until(() -> looks("called") > before);
        int first = RunningOperator.settled(QUIET, () -> looks("called"));
        pairs.annotate(running.policy("called"), ResourceAnnotations.RECONCILE, "\"2\"");
        promptly().until(() -> looks("called") > first);
        int second = RunningOperator.settled(QUIET, () -> looks("called"));

        // Then
        pairs.annotate(running.policy("called"), "example.org/other", "\"1\"");
        pairs.merge(running.policy("called"), "{\"metadata\": {\"labels\": {\"team\": \"shop\"}}}");
        RunningOperator.soon().during(QUIET).until(() -> looks("called") == second);
    }

    @Test
    void aReplacementWithoutTheFinalizerIsReconciledAtOnceAndGetsItAgain() {
        // Given
        running.apply(LimitsDelivery.map("app", "LOG: info"));
        running.apply(shop("replaced") + "  delivery: [{configMap: {name: app, mode: Merge}}]\n");
        pairs.awaitReady("replaced");

        // When
        pairs.merge(running.policy("replaced"), "{\"metadata\": {\"finalizers\": null}}");

        // Then
        promptly().until(() -> running.policy("replaced").hasFinalizer(Labels.MERGE_FINALIZER));
    }

    /** Before the time of the next reconciliation without an event, which is two thirds of a minute away at least. */
    private static ConditionFactory promptly() {
        return RunningOperator.soon().atMost(Duration.ofSeconds(30));
    }

    private List<String> writesOfHeld() {
        return running.writesOfLooks().stream()
                .map(Request::path)
                .filter(path -> path.contains("/held"))
                .toList();
    }

    /** Counts reconciliations: each one of a policy that names a workload reads that workload. */
    private int looks(String workload) {
        return (int) running.api.requests().stream()
                .filter(request -> request.path().endsWith("/deployments/" + workload))
                .count();
    }

    private List<Condition> profileOf(String name) {
        return running.profile(name).getStatus().conditions();
    }

    private static Condition ready(List<Condition> conditions) {
        return Conditions.find(conditions, ConditionType.READY).orElseThrow();
    }

    private static String shop(String name) {
        return RunningOperator.SHOP.replace("shop", name);
    }
}
