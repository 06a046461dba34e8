package dev.cacheward.cacheprofile.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.cacheprofile.model.ObservedBuilder;
import dev.cacheward.cacheprofile.model.Profile;
import dev.cacheward.cacheprofile.model.ValidatedProfile;
import dev.cacheward.validation.Problem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every refusal names the field, quotes the value and says what is allowed. */
public class BadInputTest {
    @ParameterizedTest(name = "a TTL of {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0 means",
                "60 | has no unit",
                "1w | d, h, m",
                "5 m | ",
                "-1s | ",
                "400d | longer than 365d",
                "never | Never",
                "1.5h | ",
                "1m1h | ",
                "365d1s | longer than 365d"
            })
    void ttls(String text, String hint) {
        assertThat(problem("ttls: {users: '" + text + "'}"))
                .startsWith("spec.ttls.users: \"" + text + "\" is not a TTL")
                .contains(hint == null ? "" : hint)
                .contains("Allowed is a duration")
                .contains("Never (no expiry)", "Disabled (do not cache)");
    }

    @ParameterizedTest(name = "a TTL named {0}")
    @CsvSource({
        "Query-Result, allowed are 1 to 63 lower case letters",
        "1st, a letter first",
        "'', allowed are 1 to 63",
        "true, YAML makes true and false from y",
        "enabled, is delivered already",
        "json, is delivered already"
    })
    void names(String name, String allowed) {
        assertThat(problem("ttls: {\"" + name + "\": 5m}"))
                .startsWith("spec.ttls: \"" + name + "\" ")
                .contains(allowed);
    }

    @Test
    void tooManyEntriesAreCounted() {
        // Given
        Map<String, String> ttls = new TreeMap<>();
        for (int i = 0; i < 129; i++) {
            ttls.put("n" + i, "5m");
        }

        // When
        String problem = problem("ttls: " + ttls.toString().replace("=", ": "));

        // Then
        assertThat(problem).isEqualTo("spec.ttls: has 129 entries; allowed are 1 to 128");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "bind: [Loopback] | bind: \"Loopback\" alone | must contain PodIP or All",
                "bind: [] | bind: an empty list | must contain PodIP or All",
                "maxMemory: 512Mi | maxMemory: \"512Mi\" is above the memory limit | 1% to 99% of the memory limit",
                "maxMemory: 120% | maxMemory: \"120%\" is not a share | 1% to 99%",
                "maxMemory: 0% | maxMemory: \"0%\" is not a share | 1% to 99%",
                "maxMemory: 100% | maxMemory: \"100%\" is not a share | 1% to 99%",
                "maxMemory: '0' | maxMemory: \"0\" is out of range | 192Mi",
                "maxMemory: 100m | maxMemory: \"100m\" is out of range | 192Mi",
                "maxMemory: -5Mi | maxMemory: \"-5Mi\" is out of range | 192Mi",
                "maxMemory: 100mb | maxMemory: \"100mb\" is no amount of memory | 192Mi",
                "maxMemory: lots | maxMemory: \"lots\" is no amount of memory | 192Mi",
                "maxMemory: 50%, resources: {} | maxMemory: \"50%\" needs a memory limit | set resources.limits.memory",
                "resources: {} | maxMemory: the default, 75%, needs a memory limit | or a quantity here",
                "resources: {}, persistence: {mode: Snapshot} | maxMemory: the default, 45%, | or a quantity here",
                "resources: {limits: {memory: '0'}} | maxMemory: \"75%\" of the memory limit is out of range | such as 256Mi",
                "podTemplate: {labels: {app.kubernetes.io/name: x}} | podTemplate.labels: \"app.kubernetes.io/name\""
                        + " is set by the operator | allowed are keys that do not begin",
                "podTemplate: {annotations: {cacheward.dev/revision: x}} | podTemplate.annotations:"
                        + " \"cacheward.dev/revision\" is set by the operator | allowed are keys that do not begin",
                "auth: {allowedCommands: [NOSUCH]} | auth.allowedCommands[0]: \"NOSUCH\" is no command | such as CLIENT",
                "auth: {allowedCommands: [KEYS]} | auth.allowedCommands[0]: \"KEYS\" is disabled | disabledCommands",
                "auth: {allowedCommands: [scan, SCAN]} | auth.allowedCommands[1]: \"SCAN\" is given twice | twice",
                "auth: {allowedCommands: [ACL]} | auth.allowedCommands[0]: \"ACL\" is never given | whole server"
            })
    void theManagedRedis(String managed, String message, String allowed) {
        assertThat(problems(SampleProfiles.managed(managed)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .startsWith("spec.redis.managed." + message)
                        .contains(allowed));
    }

    @ParameterizedTest(name = "config {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "requirepass | secret | requirepass: \"requirepass\" cannot be set here: spec.redis.managed.auth says it",
                "ReQuirePass | secret | ReQuirePass: \"ReQuirePass\" cannot be set here: spec.redis.managed.auth says it",
                "INCLUDE | /etc/passwd | INCLUDE: \"INCLUDE\" cannot be set here:",
                "rename-command | x | rename-command: \"rename-command\" cannot be set here: spec.redis.managed.disabledCommands",
                "maxmemory | 1gb | maxmemory: \"maxmemory\" cannot be set here: spec.redis.managed.maxMemory",
                "timout | 5 | timout: \"timout\" is no parameter of a supported server; did you mean \"timeout\"?",
                "timeout | soon | timeout: the value \"soon\" must be a whole number from 0 to",
                "notify-keyspace-events | Ex\\nrequirepass x | notify-keyspace-events: the value \"Ex\\u000arequirepass x\" has a control"
                        + " character",
                "notify-keyspace-events | Ex\\0 | notify-keyspace-events: the value \"Ex\\u0000\" has a control character"
            })
    void parameters(String name, String value, String message) {
        assertThat(problems(SampleProfiles.managed("config: {\"" + name + "\": \"" + value + "\"}")))
                .singleElement()
                .satisfies(
                        problem -> assertThat(problem.toString()).startsWith("spec.redis.managed.config." + message));
    }

    @ParameterizedTest(name = "a value {0} is taken as it is")
    @CsvSource(
            quoteCharacter = '^',
            value = {"E\"x", "100%", "a'b", "back\\slash", "include /etc/passwd"})
    void valuesThatOnlyLookDangerousAreQuoted(String value) {
        // Given
        String yaml = value.replace("\\", "\\\\").replace("\"", "\\\"");

        // When
        Profile profile =
                SampleProfiles.valid(SampleProfiles.managed("config: {proc-title-template: \"" + yaml + "\"}"));

        // Then
        assertThat(profile.server().settings().parameters()).containsEntry("proc-title-template", value);
    }

    @ParameterizedTest(name = "a profile named {0}")
    @CsvSource({"1b", "a.b", "A", "b-", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void profileNames(String name) {
        // Given
        CacheProfile profile = SampleProfiles.minimal();
        profile.getMetadata().setName(name);

        // When
        List<Problem> problems = problems(profile);

        // Then
        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .startsWith("metadata.name: \"" + name + "\" is not allowed: at most 40 characters"));
    }

    @Test
    void theOperatorsOwnMapIsNoTarget() {
        assertThat(problem("ttls: {users: 5m}", "delivery: [{configMap: {name: shop-redis-conf}}]"))
                .startsWith("spec.delivery: \"shop-redis-conf\" cannot receive anything");
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        // When
        List<Problem> problems = problems(
                SampleProfiles.profile("ttls: {users: 60, On: 5m}", "redis: {managed: {maxMemory: 120%, bind: []}}"));

        // Then
        assertThat(problems)
                .extracting(Problem::field)
                .containsExactly(
                        "spec.ttls", "spec.ttls.users", "spec.redis.managed.maxMemory", "spec.redis.managed.bind");
    }

    private static String problem(String... specLines) {
        List<Problem> problems = problems(SampleProfiles.profile(specLines));
        assertThat(problems).hasSize(1);
        return problems.get(0).toString();
    }

    private static List<Problem> problems(CacheProfile profile) {
        ValidatedProfile validated =
                SampleProfiles.validate(profile, ObservedBuilder.nothing().observed());
        return validated instanceof ValidatedProfile.Invalid invalid ? invalid.problems() : List.of();
    }
}
