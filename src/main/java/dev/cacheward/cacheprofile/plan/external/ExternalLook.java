package dev.cacheward.cacheprofile.plan.external;

import dev.cacheward.cacheprofile.model.external.ExternalState;
import dev.cacheward.status.Cause;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was found out about the two connections of a profile.
 *
 * @param wanted about the one that the spec names; empty if it was not its turn to be asked
 * @param published about the one that applications have, if that is another one of somebody else's; empty if it is the same, or
 *     if there is none
 */
public record ExternalLook(Optional<ExternalState> wanted, Optional<ExternalState> published) {
    /** When a server that has missed its turn gets the next one. */
    private static final Duration MISSED = Duration.ofSeconds(2);

    /** When an answer can be other than now without anybody having changed anything. */
    private static final Duration SELDOM = Duration.ofHours(1);

    /** Returns the look at a profile of which nothing could be asked. */
    public static ExternalLook none() {
        return new ExternalLook(Optional.empty(), Optional.empty());
    }

    /** Returns the look at a profile whose Redis must not be asked. */
    public static ExternalLook refused(Cause cause) {
        return new ExternalLook(
                Optional.of(new ExternalState(
                        Optional.of(cause), false, Optional.empty(), Optional.empty(), false, SELDOM)),
                Optional.empty());
    }

    /** Returns when there is something new to ask. */
    public Optional<Duration> again() {
        return Stream.of(wanted, published)
                .flatMap(Optional::stream)
                .map(ExternalState::again)
                .min(Comparator.naturalOrder());
    }

    /** Returns the same for a valid profile: one that was not asked has missed its turn. */
    public Optional<Duration> againOfValid() {
        return wanted.isEmpty() ? Optional.of(MISSED) : again();
    }
}
