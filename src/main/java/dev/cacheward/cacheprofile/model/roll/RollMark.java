package dev.cacheward.cacheprofile.model.roll;

import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * What a StatefulSet records of a warm roll, since nothing else tells it: since when the second pod is wanted, or why the roll
 * was given up.
 *
 * @param goal what the roll leads to; a mark of another goal says nothing
 * @param at when the roll began or was given up
 * @param refusal why it was given up; empty while it is under way
 */
public record RollMark(String goal, Instant at, Optional<String> refusal) {
    /** The annotation of the StatefulSet. */
    public static final String ANNOTATION = "cacheward.dev/warm-roll";

    private static final String UNDER_WAY = "since";
    private static final String GIVEN_UP = "refused";

    /** Returns the mark of a StatefulSet; empty if it has none that can be read. */
    public static Optional<RollMark> of(StatefulSet live) {
        return Optional.ofNullable(live.getMetadata().getAnnotations())
                .map(annotations -> annotations.get(ANNOTATION))
                .flatMap(RollMark::parse);
    }

    /** Returns the value of the annotation. */
    public String text() {
        return goal + " " + (refusal.isPresent() ? GIVEN_UP : UNDER_WAY) + " " + at
                + refusal.map(why -> " " + why).orElse("");
    }

    private static Optional<RollMark> parse(String text) {
        String[] parts = text.split(" ", 4);
        if (parts.length < 3) {
            return Optional.empty();
        }
        boolean refused = parts[1].equals(GIVEN_UP);
        try {
            return Optional.of(new RollMark(
                    parts[0],
                    Instant.parse(parts[2]),
                    refused ? Optional.of(parts.length > 3 ? parts[3] : "") : Optional.empty()));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
