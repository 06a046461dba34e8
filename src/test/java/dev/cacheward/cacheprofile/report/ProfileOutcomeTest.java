package dev.cacheward.cacheprofile.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.RestartTarget;
import dev.cacheward.api.v1alpha1.WorkloadKind;
import dev.cacheward.cacheprofile.model.Availability;
import dev.cacheward.delivery.RestartPlan;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Workloads follow a new connection after the server, and not before it. */
class ProfileOutcomeTest {
    private static final RestartTarget BACKEND = new RestartTarget(WorkloadKind.DEPLOYMENT, "backend");

    @Test
    void aServerThatAnswersHasTheWorkloadsFollowItsConnection() {
        // When
        RestartPlan plan = restarts(ProfileOutcomes.PASSED);
        // Then
        assertThat(plan.workloads()).containsExactly(BACKEND);
        assertThat(plan.connects()).isTrue();
        assertThat(plan.connection()).contains("revision");
    }

    @Test
    void aServerThatDoesNotAnswerYetHasThemWait() {
        // When
        RestartPlan plan = restarts(Availability.not(new Cause(Reason.RESTARTING, "the pod is being replaced")));
        // Then
        assertThat(plan.connects()).isFalse();
    }

    private static RestartPlan restarts(Availability availability) {
        return ProfileOutcomes.outcome(ProfileOutcomes.written(), availability)
                .restarts(Optional.of(List.of(BACKEND)), Optional.of("revision"));
    }
}
