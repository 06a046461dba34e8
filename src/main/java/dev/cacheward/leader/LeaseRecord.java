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
 * What one replica writes into the Lease. The times in it are for people, and for the others to see that it has changed.
 *
 * @param identity different from that of every other process, also of an earlier one of the same pod
 * @param lease how long it keeps others out; whole seconds
 */
record LeaseRecord(String identity, Duration lease, InstantSource clock) {
    /** Who holds a Lease; empty: nobody. */
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

    /** Held by nobody. */
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
