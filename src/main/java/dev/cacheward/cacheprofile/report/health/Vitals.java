package dev.cacheward.cacheprofile.report.health;

import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.ObservedRedis;
import dev.cacheward.cacheprofile.model.ValidatedProfile;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.PreviousStatus;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one reconciliation has learned of the health of a server.
 *
 * @param told the conditions that the status of this profile has
 * @param managed whether the operator runs the server, so that fields of the spec change it
 * @param sample empty if the server said nothing now
 */
public record Vitals(Set<ConditionType> told, boolean managed, Optional<Sample> sample) {
    private static final Set<ConditionType> OF_ANY =
            Set.of(ConditionType.MEMORY_HEALTHY, ConditionType.HIT_RATE_HEALTHY);

    private static final Set<ConditionType> OF_PERSISTENT =
            Set.of(ConditionType.PERSISTENCE_HEALTHY, ConditionType.MEMORY_HEALTHY, ConditionType.HIT_RATE_HEALTHY);

    /** Returns what is known of a server that the operator runs. With an invalid spec the conditions are those that there are. */
    public static Vitals managed(ValidatedProfile validated, Observed observed, PreviousStatus<?> before) {
        Set<ConditionType> told = validated instanceof ValidatedProfile.Valid valid
                ? valid.profile().server().persistent() ? OF_PERSISTENT : OF_ANY
                : present(before);
        Optional<Sample> sample = observed.redis() instanceof ObservedRedis.Answered answered
                ? Optional.of(
                        new Sample(observed.at(), observed.server().activePod().orElse(""), answered.info()))
                : Optional.empty();
        return new Vitals(told, true, sample);
    }

    /** Returns what a server of somebody else has said, whenever that was. */
    public static Vitals external(Sample sample) {
        return new Vitals(OF_ANY, false, Optional.of(sample));
    }

    /** Returns that a server of somebody else says nothing of itself. */
    public static Vitals untold() {
        return new Vitals(Set.of(), false, Optional.empty());
    }

    /** Returns that nothing is known of a server of somebody else at the moment. */
    public static Vitals unknown(PreviousStatus<?> before) {
        return new Vitals(present(before), false, Optional.empty());
    }

    private static Set<ConditionType> present(PreviousStatus<?> before) {
        return Stream.of(ConditionType.values())
                .filter(OF_PERSISTENT::contains)
                .filter(type -> before.finding(type).isPresent())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ConditionType.class)));
    }
}
