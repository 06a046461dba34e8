package dev.cacheward.status;

import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.validation.Quote;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns findings into the conditions of a status. */
public final class Conditions {
    /** The CRD's limit for a message, in chars. */
    static final int LONGEST_MESSAGE = 4096;

    /** A cut looks back this many chars for a space, and cuts within the word if there is none. */
    private static final int LONGEST_WORD = 256;

    private Conditions() {}

    /**
     * Returns the conditions of the new status, in the order of {@link ConditionType}. A type without a finding is dropped, and
     * so are Reconciling and Stalled unless they are True. A condition whose status stays the same keeps its time: equal
     * findings give an equal list, and nothing needs to be written.
     *
     * @param generation the generation of the spec that the findings are about
     * @param at the time of the findings; truncated to seconds
     * @throws IllegalArgumentException when a type was found twice
     */
    public static List<Condition> merge(List<Finding> now, List<Condition> before, long generation, Instant at) {
        Map<ConditionType, Finding> byType = now.stream()
                .collect(Collectors.toMap(Finding::type, Function.identity(), Conditions::refuseBoth, TreeMap::new));
        return byType.values().stream()
                .filter(finding -> finding.status() == ConditionStatus.TRUE
                        || !finding.type().onlyWhileTrue())
                .map(finding -> condition(finding, since(finding, before, at), generation))
                .toList();
    }

    /** Returns the conditions of a status with this finding as the last of them, in place of an earlier one of its type. */
    public static List<Condition> replace(List<Condition> conditions, Finding finding, long generation, Instant at) {
        return Stream.concat(
                        conditions.stream()
                                .filter(condition ->
                                        !condition.type().equals(finding.type().wire())),
                        Stream.of(condition(finding, since(finding, conditions, at), generation)))
                .toList();
    }

    /** Returns the condition of a type; empty if there is none. */
    public static Optional<Condition> find(List<Condition> conditions, ConditionType type) {
        return conditions.stream()
                .filter(condition -> type.wire().equals(condition.type()))
                .findFirst();
    }

    /** Whether a condition holds; one that is unknown does not. */
    public static boolean isTrue(Condition condition) {
        return ConditionStatus.TRUE.wire().equals(condition.status());
    }

    private static Finding refuseBoth(Finding one, Finding other) {
        throw new IllegalArgumentException("found twice: " + one + " and " + other);
    }

    private static Condition condition(Finding finding, String since, long generation) {
        return new Condition(
                finding.type().wire(),
                finding.status().wire(),
                finding.reason().wire(),
                cut(Quote.printable(finding.message())),
                since,
                generation);
    }

    private static String since(Finding finding, List<Condition> before, Instant at) {
        return find(before, finding.type())
                .filter(condition -> finding.status().wire().equals(condition.status()))
                .flatMap(condition -> Optional.ofNullable(condition.lastTransitionTime()))
                .orElseGet(() -> at.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    private static String cut(String message) {
        if (message.length() <= LONGEST_MESSAGE) {
            return message;
        }
        int word = message.lastIndexOf(' ', LONGEST_MESSAGE - 1);
        int end = word < LONGEST_MESSAGE - LONGEST_WORD ? LONGEST_MESSAGE - 1 : word;
        return Quote.beginning(message, end) + Quote.ELLIPSIS;
    }
}
