package dev.cacheward.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.reconcile.Brake;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Conditions;
import dev.cacheward.status.Reason;
import dev.cacheward.testbed.EmbeddedApi;
import dev.cacheward.testbed.Request;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What stops and calls the operator, and what does neither. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrakeMockTest {
    /** Long enough for a look to follow an event, and far below the time between two looks without one. */
    private static final Duration QUIET = Duration.ofSeconds(3);

    private static final PatchContext MERGE =
            new PatchContext.Builder().withPatchType(PatchType.JSON_MERGE).build();

    private RunningOperator running;

    @BeforeAll
    void start() {
        running = new RunningOperator();
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @Test
    void aPausedPairIsNotWrittenButForItsStatusAndGoesOnWhereItWasLeft() {
        // Given
        running.apply(shop("held"));
        awaitReady("held");
        running.awaitQuiet(QUIET);
        Condition before = ready(profileOf("held"));
        pause("held");
        running.awaitProfile("held", ConditionType.READY, Reason.PAUSED);
        running.awaitPolicy("held", ConditionType.READY, Reason.PAUSED);
        int writes = writesOfHeld().size();

        // When
        running.apply(shop("held").replace("60s", "5m").replace("20/minute", "30/minute"));
        deleteMap("held-limits");
        awaitObserved("held", 2);

        // Then
        assertThat(writesOfHeld().stream().skip(writes)).allMatch(path -> path.endsWith("held/status"));
        Condition paused = ready(profileOf("held"));
        assertThat(paused.status()).isEqualTo("True");
        assertThat(paused.lastTransitionTime()).isEqualTo(before.lastTransitionTime());
        assertThat(paused.observedGeneration()).isEqualTo(1);
        resume("held");
        awaitReady("held");
        assertThat(data("held-cache")).containsEntry("CACHE_TTL_USERS", "300");
        assertThat(data("held-limits")).containsEntry("RATE_LIMIT_QUERY", "30/minute");
    }

    @Test
    void whatIsPausedFromTheBeginningIsNotMadeAndItsDeletionIsNotHeldUp() {
        // Given
        String annotation = "new, annotations: {" + Brake.PAUSED + ": \"true\"}";
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
    void aPausedResourceThatIsStalledIsNoLongerSo() {
        // Given
        running.apply(shop("stuck").replace("60s", "400d"));
        running.awaitProfile("stuck", ConditionType.STALLED, Reason.INVALID_SPEC);

        // When
        annotate(running.profile("stuck"), Brake.PAUSED, "\"true\"");
        running.awaitProfile("stuck", ConditionType.READY, Reason.PAUSED);

        // Then
        assertThat(ready(profileOf("stuck")).status()).isEqualTo("False");
        assertThat(running.profile("stuck").getStatus().conditions())
                .extracting(Condition::type)
                .doesNotContain("Stalled", "Reconciling");
        annotate(running.profile("stuck"), Brake.PAUSED, "\"false\"");
        running.awaitProfile("stuck", ConditionType.STALLED, Reason.INVALID_SPEC);
    }

    @Test
    void aNewTokenBringsALookAtOnceAndOtherMetadataBringsNone() {
        // Given
        running.apply(shop("called") + "  restart: [{kind: Deployment, name: called}]\n");
        awaitReady("called");
        int before = RunningOperator.settled(Duration.ofSeconds(2), () -> looks("called"));

        // When
        annotate(running.policy("called"), Brake.RECONCILE, "\"1\"");
        promptly().until(() -> looks("called") > before);
        int first = RunningOperator.settled(QUIET, () -> looks("called"));
        annotate(running.policy("called"), Brake.RECONCILE, "\"2\"");
        promptly().until(() -> looks("called") > first);
        int second = RunningOperator.settled(QUIET, () -> looks("called"));

        // Then
        annotate(running.policy("called"), "example.org/other", "\"1\"");
        merge(running.policy("called"), "{\"metadata\": {\"labels\": {\"team\": \"shop\"}}}");
        RunningOperator.soon().during(QUIET).until(() -> looks("called") == second);
    }

    /** Before the time of the next look without an event, which is two thirds of a minute away at least. */
    private static ConditionFactory promptly() {
        return RunningOperator.soon().atMost(Duration.ofSeconds(30));
    }

    private List<String> writesOfHeld() {
        return running.writesOfLooks().stream()
                .map(Request::path)
                .filter(path -> path.contains("/held"))
                .toList();
    }

    /** A look at a policy that names a workload reads that workload. */
    private int looks(String workload) {
        return (int) running.api.requests().stream()
                .filter(request -> request.path().endsWith("/deployments/" + workload))
                .count();
    }

    private void awaitReady(String name) {
        running.awaitReady(name);
        running.awaitPolicy(name, ConditionType.READY, Reason.READY);
    }

    private void awaitObserved(String name, long generation) {
        RunningOperator.soon()
                .until(() -> running.profile(name).getStatus().observedGeneration() == generation
                        && running.policy(name).getStatus().observedGeneration() == generation);
    }

    private void pause(String name) {
        annotate(running.profile(name), Brake.PAUSED, "\"true\"");
        annotate(running.policy(name), Brake.PAUSED, "\"true\"");
    }

    private void resume(String name) {
        annotate(running.profile(name), Brake.PAUSED, "null");
        annotate(running.policy(name), Brake.PAUSED, "null");
    }

    private void annotate(HasMetadata resource, String name, String value) {
        merge(resource, "{\"metadata\": {\"annotations\": {\"" + name + "\": " + value + "}}}");
    }

    private void merge(HasMetadata resource, String patch) {
        running.client.resource(resource).patch(MERGE, patch);
    }

    private void deleteMap(String name) {
        running.client
                .configMaps()
                .inNamespace(EmbeddedApi.NAMESPACE)
                .withName(name)
                .delete();
    }

    private Map<String, String> data(String map) {
        return running.client
                .configMaps()
                .inNamespace(EmbeddedApi.NAMESPACE)
                .withName(map)
                .get()
                .getData();
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
