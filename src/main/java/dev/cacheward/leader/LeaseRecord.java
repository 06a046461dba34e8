package dev.cacheward.leader;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseSpec;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseSpecBuilder;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * Makes what one replica writes into the Lease. The times in it are for people; other replicas use them only to see that the
 * Lease has changed.
 *
 * @param identity unique to this process; an earlier process in the same pod had another one
 * @param lease how long the Lease keeps others out after a renewal; whole seconds
 */
record LeaseRecord(String identity, Duration lease, InstantSource clock) {
    /** Returns the holder of a Lease; empty if there is none. */
    static Optional<String> holder(LeaseSpec spec) {
        return Optional.ofNullable(spec.getHolderIdentity()).filter(name -> !name.isEmpty());
    }

    boolean isMine(Lease found) {
        return Optional.ofNullable(found.getSpec())
                .flatMap(LeaseRecord::holder)
                .filter(identity::equals)
                .isPresent();
    }

    LeaseSpec taken(Optional<Lease> found) {
        return spec(found.map(other -> transitions(other) + 1).orElse(0))
                .withHolderIdentity(identity)
                .build();
    }

    LeaseSpec renewed(Lease mine) {
        return new LeaseSpecBuilder(mine.getSpec()).withRenewTime(now()).build();
    }

    /** Returns a Lease without a holder. */
    LeaseSpec given(Lease mine) {
        return spec(transitions(mine)).build();
    }

    private LeaseSpecBuilder spec(int transitions) {
        return new LeaseSpecBuilder()
                .withLeaseDurationSeconds((int) lease.toSeconds())
                .withAcquireTime(now())
                .withRenewTime(now())
                .withLeaseTransitions(transitions);
    }

    private ZonedDateTime now() {
        return clock.instant().atZone(ZoneOffset.UTC);
    }

    private static int transitions(Lease lease) {
        return Optional.ofNullable(lease.getSpec())
                .map(LeaseSpec::getLeaseTransitions)
                .orElse(0);
    }
}
