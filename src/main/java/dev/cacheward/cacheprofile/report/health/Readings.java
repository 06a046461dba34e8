package dev.cacheward.cacheprofile.report.health;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one server process has said lately, in at most some forty readings: one a minute for half an hour, or fewer if it is asked more
 * seldom.
 *
 * @param process whose counters they are
 * @param list the oldest first
 * @param looks how often the operator has looked so far
 */
public record Readings(String process, List<Reading> list, long looks) {
    /** How far back a verdict looks. */
    static final Duration LENGTH = Duration.ofMinutes(30);

    private static final Duration STEP = Duration.ofMinutes(1);

    /** GET and TTL of the check, which find the key that it has set. */
    private static final long LOOKUPS_OF_A_CHECK = 2;

    /** Keeps a copy. */
    public Readings {
        list = List.copyOf(list);
    }

    /** Returns those of a server that was not asked yet. */
    public static Readings none() {
        return new Readings("", List.of(), 0);
    }

    /** Returns these and one more of a server that is asked nothing but the checks. */
    public Readings with(Sample sample) {
        return with(sample, 0);
    }

    /**
     * Returns these and one more; that one alone if the counters have begun anew. A sample that is known changes nothing.
     *
     * @param others the lookups of the operator so far beside the checks, on whichever process
     */
    public Readings with(Sample sample, long others) {
        boolean same = sample.process().equals(process) && !list.isEmpty();
        if (same && !sample.at().isAfter(last().at())) {
            return this;
        }
        long looked = same ? looks + 1 : 0;
        Reading reading = Reading.of(sample, looked * LOOKUPS_OF_A_CHECK + others);
        return same && !reading.isBefore(last())
                ? new Readings(process, appended(reading), looked)
                : new Readings(sample.process(), List.of(Reading.of(sample, others)), 0);
    }

    private List<Reading> appended(Reading reading) {
        List<Reading> all = new ArrayList<>(list);
        int end = all.size() - 1;
        if (end > 0
                && Duration.between(all.get(end - 1).at(), all.get(end).at()).compareTo(STEP) < 0) {
            all.remove(end);
        }
        all.add(reading);
        Instant from = reading.at().minus(LENGTH);
        while (all.size() > 2 && !all.get(1).at().isAfter(from)) {
            all.remove(0);
        }
        return all;
    }

    /** Returns what has happened; empty until they cover half an hour. */
    Optional<Window> window() {
        return list.size() > 1
                        && Duration.between(list.get(0).at(), last().at()).compareTo(LENGTH) >= 0
                ? Optional.of(Window.of(list))
                : Optional.empty();
    }

    /** Whether the last two, which are a minute apart at least, show none of these. */
    boolean areFreeOf(Sign one, Sign other) {
        int from = Math.max(0, list.size() - 2);
        return list.size() > 1
                && Duration.between(list.get(from).at(), last().at()).compareTo(STEP) >= 0
                && list.subList(from, list.size()).stream()
                        .noneMatch(reading ->
                                reading.signs().contains(one) || reading.signs().contains(other));
    }

    private Reading last() {
        return list.get(list.size() - 1);
    }
}
