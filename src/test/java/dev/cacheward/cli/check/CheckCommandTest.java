package dev.cacheward.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cli.terminal.TestTerminal;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What a check says, where it says it, and how it ends. */
class CheckCommandTest {
    private static final String PROFILE = """
            apiVersion: cacheward.dev/v1alpha1
            kind: CacheProfile
            metadata: {name: shop}
            spec:
              ttls: {users: 5m}
            """;

    private static final String POLICY = """
            ---
            apiVersion: cacheward.dev/v1alpha1
            kind: RateLimitPolicy
            metadata: {name: shop}
            spec:
              profileRef: {name: shop}
              limits: {default: 100/hour}
            """;

    private TestTerminal terminal;

    @Test
    void nothingIsFoundInAValidProfile() {
        // When
        int code = check(PROFILE);

        // Then
        assertThat(code).isZero();
        assertThat(terminal.out()).isEqualTo("1 resource checked in 1 file: nothing found\n");
    }

    @Test
    void objectsOfOtherKindsAreCounted() {
        // When
        int code = check(PROFILE + "---\nkind: Deployment\napiVersion: apps/v1\n---\nfoo: bar\n");

        // Then
        assertThat(code).isZero();
        assertThat(terminal.out()).contains("1 resource checked in 1 file, 2 objects of other kinds ignored");
    }

    @Test
    void whatTheApiServerRefusesHasItsPlaceAndItsWords() {
        // When
        int code = check(PROFILE.replace("5m", "\"60\""));

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(terminal.out())
                .startsWith(
                        "-:5:10: error: CacheProfile shop: spec.ttls[users]: Invalid value: \"60\": '60' is not a TTL: ")
                .contains("it has no unit; for seconds write 60s")
                .endsWith("1 error, 0 warnings\n");
    }

    @Test
    void anUnknownFieldIsAnErrorWithTheNameThatIsNear() {
        // When
        check(PROFILE.replace("ttls:", "ttlz: {}\n  ttls:"));

        // Then
        assertThat(terminal.out())
                .contains(
                        "-:5:3: error: CacheProfile shop: unknown field \"spec.ttlz\"\n    hint: did you mean \"ttls\"?\n");
    }

    @Test
    void whatOnlyTheOperatorRefusesIsToldInItsWords() {
        // When
        int code = check(PROFILE + "  redis: {managed: {config: {bind: 0.0.0.0}}}\n");

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(terminal.out()).contains("-:6:30: error: CacheProfile shop: spec.redis.managed.config.bind: ");
    }

    @Test
    void aBrokenRuleOnTheWholeHidesNothingOfTheOperator() {
        // When
        check(PROFILE.replace("5m", "fast") + "  redis: {managed: {config: {bind: 0.0.0.0}}}\n");

        // Then
        assertThat(terminal.out())
                .contains(
                        "spec: Invalid value: spec.ttls.users is 'fast', which is no TTL",
                        "spec.redis.managed.config.bind: ");
    }

    @Test
    void theSettingsOfTheOperatorCount() {
        // Given
        terminal = TestTerminal.reading(PROFILE, Map.of("CACHEWARD_TTL_MAX", "1m"));

        // When
        int code = run("-");

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(terminal.out()).contains("spec.ttls.users: \"5m\"");
    }

    @Test
    void wrongSettingsAreWrongUsage() {
        // Given
        terminal = TestTerminal.reading(PROFILE, Map.of("CACHEWARD_TTL_MAX", "long"));

        // When
        int code = run("-");

        // Then
        assertThat(code).isEqualTo(2);
        assertThat(terminal.err()).startsWith("CACHEWARD_TTL_MAX: \"long\"");
    }

    @Test
    void aPolicyIsCheckedTogetherWithItsProfile() {
        // When
        int relaxed = check(PROFILE + POLICY);
        String told = terminal.out();
        int strict = check(PROFILE + POLICY, "--strict");
        int alone = check(POLICY, "--strict");
        int other = check(PROFILE.replace("name: shop", "name: shop, namespace: other") + POLICY, "--strict");

        // Then
        assertThat(relaxed).isZero();
        assertThat(told)
                .contains(
                        "-:11:16: warning: RateLimitPolicy shop: spec.profileRef.name: Counters that go to RATE_LIMIT_STORAGE_URI")
                .endsWith("0 errors, 1 warning\n");
        assertThat(strict).isEqualTo(1);
        assertThat(alone).isZero();
        assertThat(other).isZero();
    }

    @Test
    void aKindOfOursInAnotherVersionIsNoForeignKind() {
        // When
        int code = check(PROFILE.replace("v1alpha1", "v1") + "---\n" + PROFILE.replace("CacheProfile", "CacheProfil"));

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(terminal.out())
                .contains("-:1:1: error: no matches for kind \"CacheProfile\" in version \"cacheward.dev/v1\"")
                .contains("hint: the apiVersion is cacheward.dev/v1alpha1")
                .contains("-:8:1: error: no matches for kind \"CacheProfil\"")
                .contains("hint: did you mean \"CacheProfile\"?");
    }

    @Test
    void aResourceThatIsThereTwiceIsAWarning() {
        // When
        int code = check(PROFILE + "---\n" + PROFILE);

        // Then
        assertThat(code).isZero();
        assertThat(terminal.out()).contains("-:9:12: warning: CacheProfile shop: defined twice, first at -:1:1");
    }

    @Test
    void aBrokenFileIsAnErrorAndAMissingOneWrongUsage() {
        // When
        int broken = check("kind: [\n");
        String told = terminal.out();
        int missing = run("missing.yaml");

        // Then
        assertThat(broken).isEqualTo(1);
        assertThat(told).startsWith("-:2:1: error: not YAML: ");
        assertThat(missing).isEqualTo(2);
        assertThat(terminal.err()).contains("missing.yaml: there is no such file");
    }

    private int check(String manifests, String... options) {
        terminal = TestTerminal.reading(manifests);
        String[] arguments = Arrays.copyOf(options, options.length + 1);
        arguments[options.length] = "-";
        return run(arguments);
    }

    private int run(String... arguments) {
        return new CommandLine(new CheckCommand(terminal.terminal())).execute(arguments);
    }
}
