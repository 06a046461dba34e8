package dev.cacheward.cacheprofile.report.hygiene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cacheprofile.model.hygiene.KeyspaceRule;
import dev.cacheward.cacheprofile.model.hygiene.KeyspaceState;
import dev.cacheward.delivery.value.Ttl;
import dev.cacheward.status.ConditionStatus;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Finding;
import dev.cacheward.status.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeysFindingTest {
    private static final Ttl MINUTE = new Ttl.For(Duration.ofMinutes(1));

    @Test
    void itHoldsWhileNoKeyspaceIsInTrouble() {
        // When
        Finding finding = KeysFinding.of(List.of(state("a:", MINUTE, Optional.empty())));

        // Then
        assertThat(finding.type()).isEqualTo(ConditionType.KEYS_EXPIRE);
        assertThat(finding.status()).isEqualTo(ConditionStatus.TRUE);
        assertThat(finding.reason()).isEqualTo(Reason.KEYS_EXPIRE);
    }

    @Test
    void theGravestReasonCountsAndEachPrefixIsNamedWithItsTtl() {
        // When
        Finding finding = KeysFinding.of(List.of(
                state("a:", MINUTE, Optional.of(Reason.TTLS_TOO_LONG)),
                state("b:", MINUTE, Optional.of(Reason.KEYS_NEVER_EXPIRE)),
                state("c:", MINUTE, Optional.empty()),
                state("d:", new Ttl.Disabled(), Optional.of(Reason.TTLS_TOO_LONG))));

        // Then
        assertThat(finding.status()).isEqualTo(ConditionStatus.FALSE);
        assertThat(finding.reason()).isEqualTo(Reason.KEYS_NEVER_EXPIRE);
        assertThat(finding.message())
                .startsWith("Some keys that begin with \"a:\" live too long: spec.ttls.users allows 60 seconds."
                        + " Some keys that begin with \"b:\" never expire: spec.ttls.users allows 60 seconds."
                        + " Some keys that begin with \"d:\" are there, although spec.ttls.users is Disabled.");
    }

    private static KeyspaceState state(String prefix, Ttl ttl, Optional<Reason> trouble) {
        return new KeyspaceState(new KeyspaceRule(prefix, "users", ttl), trouble, 0);
    }
}
