package dev.cacheward.configmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Kubernetes allows 1 MiB for all values of a ConfigMap together; the names of the keys do not count. */
class MergeSizeTest {
    private static final int MIB = 1024 * 1024;

    private record Rule(
            String name,
            Map<String, String> live,
            Map<String, String> binary,
            Map<String, String> applied,
            KeyOwners owners,
            boolean exceeded) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Rule> rules() {
        KeyOwners none = new KeyOwners(Set.of(), Map.of());
        KeyOwners ours = new KeyOwners(Set.of("OLD"), Map.of());
        KeyOwners shared = new KeyOwners(Set.of("OLD"), Map.of("OLD", Set.of("helm")));
        Map<String, String> full = Map.of("THEIRS", x(MIB - 10), "OLD", x(10));
        return Stream.of(
                new Rule("to the last byte", Map.of("A", x(MIB - 5)), Map.of(), Map.of("K", x(5)), none, false),
                new Rule("one byte more", Map.of("A", x(MIB - 5)), Map.of(), Map.of("K", x(6)), none, true),
                new Rule("a long name is free", Map.of("A", x(MIB - 5)), Map.of(), Map.of(x(50), x(5)), none, false),
                new Rule(
                        "a letter may be two bytes", Map.of("A", x(MIB - 5)), Map.of(), Map.of("K", "ééé"), none, true),
                new Rule("binary data counts decoded", Map.of(), binary(MIB - 5), Map.of("K", x(5)), none, false),
                new Rule("and to the last byte", Map.of(), binary(MIB - 5), Map.of("K", x(6)), none, true),
                new Rule("what is replaced makes room", full, Map.of(), Map.of("OLD", x(10)), ours, false),
                new Rule("for no more than it had", full, Map.of(), Map.of("OLD", x(11)), ours, true),
                new Rule("what leaves makes room", full, Map.of(), Map.of("NEW", x(10)), ours, false),
                new Rule("for no more than that", full, Map.of(), Map.of("NEW", x(11)), ours, true),
                new Rule("what is shared does not leave", full, Map.of(), Map.of("NEW", x(10)), shared, true),
                new Rule(
                        "what shrinks fits",
                        Map.of("A", x(MIB), "OLD", x(9)),
                        Map.of(),
                        Map.of("OLD", ""),
                        ours,
                        false));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aMapHoldsOneMebibyteOfValues(Rule rule) {
        assertThat(MergeSize.exceeded(rule.live(), rule.binary(), rule.applied(), rule.owners()))
                .isEqualTo(rule.exceeded());
    }

    private static Map<String, String> binary(int bytes) {
        return Map.of("B", Base64.getEncoder().encodeToString(new byte[bytes]));
    }

    private static String x(int length) {
        return "x".repeat(length);
    }
}
