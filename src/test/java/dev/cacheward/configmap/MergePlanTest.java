package dev.cacheward.configmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What one field manager may apply to a map that is somebody else's, and what it may not. */
class MergePlanTest {
    private static final Set<String> NO_BINARY = Set.of();
    private static final String KEY = "CACHE_ENABLED";

    /**
     * One wanted key with value "true".
     *
     * @param applied whether it is to be among the applied keys, which keeps it or brings it
     * @param conflict the holder that is told, or empty
     */
    private record Rule(
            String name, Map<String, String> live, KeyOwners owners, boolean applied, String conflict, boolean needed) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Rule> rules() {
        Map<String, String> same = Map.of(KEY, "true");
        Map<String, String> other = Map.of(KEY, "false");
        return Stream.of(
                new Rule("a missing key is brought", Map.of(), owned(false), true, "", true),
                new Rule("a key of ours that holds costs nothing", same, owned(true), true, "", false),
                new Rule("an old value of ours is replaced", other, owned(true), true, "", true),
                new Rule("an equal value of another stays theirs", same, owned(false, "helm"), false, "", false),
                new Rule("a share of ours in their key is given up", same, owned(true, "helm"), false, "", true),
                new Rule("a resource of ours shares", same, owned(false, "cacheward-policy-a"), true, "", true),
                new Rule("such a share costs nothing", same, owned(true, "cacheward-profile-b"), true, "", false),
                new Rule("a map of ours is shared", same, owned(false, "cacheward"), true, "", true),
                new Rule(
                        "not if somebody else has it too",
                        same,
                        owned(true, "cacheward-policy-a", "helm"),
                        false,
                        "",
                        true),
                new Rule("another's value stays", other, owned(false, "helm"), false, "\"helm\"", false),
                new Rule(
                        "a shared key cannot be changed, so our share goes",
                        other,
                        owned(true, "helm"),
                        false,
                        "\"helm\"",
                        true),
                new Rule("all who hold a key are named", other, owned(false, "b", "a"), false, "\"a\", \"b\"", false),
                new Rule(
                        "a value that nobody owns stays too",
                        other,
                        owned(false),
                        false,
                        "somebody who left no name",
                        false),
                new Rule("an equal value that nobody owns stays too", same, owned(false), false, "", false));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aWantedKeyIsAppliedOrToldAsAConflict(Rule rule) {
        // When
        MergePlan plan = MergePlan.of(keys(KEY, "true"), rule.live(), NO_BINARY, rule.owners());

        // Then
        assertThat(plan.keys().containsKey(KEY)).isEqualTo(rule.applied());
        assertThat(plan.conflicts()).extracting(KeyConflict::holder).containsExactlyElementsOf(holders(rule));
        assertThat(plan.needed()).isEqualTo(rule.needed());
    }

    @Test
    void aConflictKeepsNoOtherKeyOut() {
        // When
        MergePlan plan = MergePlan.of(
                keys("A", "1", "B", "2"),
                Map.of("A", "theirs"),
                NO_BINARY,
                new KeyOwners(Set.of(), Map.of("A", Set.of("kubectl-edit"))));

        // Then
        assertThat(plan.keys()).isEqualTo(keys("B", "2"));
        assertThat(plan.conflicts()).containsExactly(new KeyConflict("A", "1", "\"kubectl-edit\""));
    }

    @Test
    void aKeyOfSomebodyElseWithOurValueCountsAsDelivered() {
        // When
        MergePlan plan = MergePlan.of(
                keys("A", "1", "B", "2"),
                Map.of("A", "1"),
                NO_BINARY,
                new KeyOwners(Set.of(), Map.of("A", Set.of("helm"))));

        // Then
        assertThat(plan.keys()).isEqualTo(keys("B", "2"));
        assertThat(plan.held()).isEqualTo(keys("A", "1", "B", "2"));
    }

    @Test
    void givingUpAShareChangesNoData() {
        // When
        MergePlan plan = MergePlan.of(
                keys("A", "1"), Map.of("A", "1"), NO_BINARY, new KeyOwners(Set.of("A"), Map.of("A", Set.of("helm"))));

        // Then
        assertThat(plan.needed()).isTrue();
        assertThat(plan.changing()).isFalse();
    }

    @Test
    void aKeyThatIsNoLongerWantedIsLeftOutOfTheApplyWhichTakesItAway() {
        // When
        MergePlan plan = MergePlan.of(
                keys("A", "1"),
                Map.of("A", "1", "B", "2", "THEIRS", "3"),
                NO_BINARY,
                new KeyOwners(Set.of("A", "B"), Map.of("THEIRS", Set.of("helm"))));

        // Then
        assertThat(plan.keys()).isEqualTo(keys("A", "1"));
        assertThat(plan.needed()).isTrue();
    }

    @Test
    void nothingWantedAndNothingOursCostsNothing() {
        // When
        MergePlan plan = MergePlan.of(
                keys(), Map.of("THEIRS", "3"), NO_BINARY, new KeyOwners(Set.of(), Map.of("THEIRS", Set.of("helm"))));

        // Then
        assertThat(plan.needed()).isFalse();
    }

    @Test
    void aKeyOfBinaryDataIsAConflictSinceAMapHoldsAKeyOnce() {
        // When
        MergePlan plan = MergePlan.of(keys("A", "1"), Map.of(), Set.of("A"), new KeyOwners(Set.of(), Map.of()));

        // Then
        assertThat(plan.conflicts()).containsExactly(new KeyConflict("A", "1", "the map's binaryData"));
        assertThat(plan.keys()).isEmpty();
    }

    private static Stream<String> conflicts(Rule rule) {
        return Stream.of(rule.conflict()).filter(holder -> !holder.isEmpty());
    }

    private static Iterable<String> holders(Rule rule) {
        return conflicts(rule).toList();
    }

    private static KeyOwners owned(boolean ours, String... others) {
        return new KeyOwners(
                ours ? Set.of(KEY) : Set.of(), others.length == 0 ? Map.of() : Map.of(KEY, Set.of(others)));
    }

    private static SortedMap<String, String> keys(String... pairs) {
        SortedMap<String, String> keys = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            keys.put(pairs[i], pairs[i + 1]);
        }
        return keys;
    }
}
