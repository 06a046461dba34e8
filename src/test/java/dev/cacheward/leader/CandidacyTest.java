package dev.cacheward.leader;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How old a replica that stands by takes the Lease to be. */
class CandidacyTest {
    private static final Optional<Lease> HELD = Optional.of(new LeaseBuilder()
            .withNewSpec()
            .withHolderIdentity("other")
            .withLeaseDurationSeconds(15)
            .endSpec()
            .build());

    private final Candidacy candidacy = new Candidacy(Duration.ofSeconds(15));

    @Test
    void aRenewalIsNoOlderThanTheAnswerThatShowedIt() {
        // Given
        candidacy.wait(HELD, seconds(0), seconds(20));

        // When
        Duration wait = candidacy.wait(HELD, seconds(21), seconds(21));

        // Then
        assertThat(wait).isEqualTo(Duration.ofSeconds(14));
    }

    @Test
    void anAnswerThatTookLongMakesNoRenewalOlder() {
        // Given
        candidacy.wait(HELD, seconds(0), seconds(0));

        // When
        Duration wait = candidacy.wait(HELD, seconds(1), seconds(30));

        // Then
        assertThat(wait).isEqualTo(Duration.ofSeconds(14));
    }

    private static long seconds(int count) {
        return Duration.ofSeconds(count).toNanos();
    }
}
