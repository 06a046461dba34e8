package dev.cacheward.leader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a process, an API server or a person may do to an election. */
class ElectionTroubleTest {
    private static final LeaseTimes TIMES = Elections.TIMES;

    private final Elections elections = new Elections();
    private final Election first = elections.replica("first");
    private final Election second = elections.replica("second");

    @AfterEach
    void stop() {
        elections.close();
    }

    @Test
    void aLeaderThatWasPausedWritesNothingWhenItGoesOn() {
        // Given
        first.turn();
        elections.pass(Duration.ofMinutes(1));
        elections.api.clearRequests();

        // When
        first.turn();

        // Then
        assertThat(first.lost()).isTrue();
        assertThat(elections.api.writes()).isEmpty();
    }

    @Test
    void aFailedRequestIsNoReasonToStopBeforeTheDeadline() {
        // Given
        first.turn();
        elections.pass(TIMES.renewPeriod());
        elections.api.failNext(1, request -> request.isWrite(), 500, "InternalError", "etcd is away");

        // When
        assertThatThrownBy(first::turn).isInstanceOf(KubernetesClientException.class);

        // Then
        assertThat(first.leads()).isTrue();
        assertThat(first.silence()).contains(TIMES.renewPeriod());
        elections.pass(TIMES.renewDeadline().minus(TIMES.renewPeriod()));
        assertThat(first.leads()).isFalse();
    }

    @Test
    void aLabelThatSomebodyPutsOnTheLeaseEndsNoLead() {
        // Given
        first.turn();
        elections
                .api
                .client()
                .resource(new LeaseBuilder(elections.lease())
                        .editMetadata()
                        .addToLabels("team", "shop")
                        .endMetadata()
                        .build())
                .update();

        // When
        elections.pass(TIMES.renewPeriod());
        first.turn();

        // Then
        elections.pass(TIMES.renewDeadline().minusMillis(1));
        assertThat(first.leads()).isTrue();
        assertThat(elections.lease().getMetadata().getLabels()).containsEntry("team", "shop");
    }

    @Test
    void aLeaseThatIsDeletedByHandIsNotTakenWhileItsHolderMayNotKnow() {
        // Given
        first.turn();
        second.turn();
        elections.api.client().resource(elections.lease()).delete();

        // When
        Duration wait = second.turn();
        first.turn();

        // Then
        assertThat(wait).isPositive();
        assertThat(first.lost()).isTrue();
        elections.pass(TIMES.leaseDuration());
        second.turn();
        assertThat(second.leads()).isTrue();
    }

    @Test
    void aLeaseWithoutASpecIsFree() {
        // Given
        elections
                .api
                .client()
                .resource(new LeaseBuilder()
                        .withNewMetadata()
                        .withNamespace("team")
                        .withName(Elections.LEASE)
                        .endMetadata()
                        .build())
                .create();

        // When
        first.turn();

        // Then
        assertThat(first.leads()).isTrue();
    }

    @Test
    void aHolderWithALongerLeaseIsGivenItsTime() {
        // Given
        LeaseTimes longer = new LeaseTimes(
                Duration.ofSeconds(60), Duration.ofSeconds(40), Duration.ofSeconds(2), Duration.ofSeconds(1));
        Election patient = elections.replica("patient", Duration.ZERO, longer);
        patient.turn();
        second.turn();

        // When
        elections.pass(Duration.ofSeconds(59));
        second.turn();

        // Then
        assertThat(second.leads()).isFalse();
    }
}
