package dev.cacheward.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The setting for what profiles do not say. */
class ProfileDefaultsTest {
    private static final String NAME = "CACHEWARD_PROFILE_DEFAULTS";

    @Test
    void whatTheChartSendsIsRead() {
        // When
        ProfileDefaults defaults = valid("{\"networkPolicy\":{\"from\":[{\"podSelector\":{}}]},"
                + "\"persistence\":{\"storageClassName\":\"fast\"},"
                + "\"resources\":{\"limits\":{\"cpu\":1,\"memory\":\"1Gi\"},\"requests\":{\"cpu\":0.5}}}");

        // Then
        assertThat(defaults.storageClassName()).contains("fast");
        assertThat(defaults.resources().orElseThrow().limits()).hasToString("{cpu=1, memory=1Gi}");
        assertThat(defaults.resources().orElseThrow().requests()).hasToString("{cpu=0.5}");
        assertThat(defaults.networkPolicy().orElseThrow().from())
                .singleElement()
                .satisfies(peer -> assertThat(peer.getPodSelector()).isNotNull());
    }

    @Test
    void yamlIsReadToo() {
        assertThat(valid("resources:\n  limits: {memory: 1Gi}\n").resources()).isPresent();
    }

    @Test
    void aFieldThatIsNotThereHasNoDefault() {
        assertThat(valid("{}")).isEqualTo(ProfileDefaults.NONE);
    }

    @Test
    void anEmptyPolicyIsOneThatLetsNobodyIn() {
        assertThat(valid("networkPolicy: {from: []}").networkPolicy()).isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {evictionPolicy: noeviction}                 | "evictionPolicy" in it has no default; allowed are resources
            {persistence: {mode: Snapshot}}              | "persistence.mode" in it has no default
            {image: redis}                               | "image" in it has no default
            {resources: 5}                               | "resources" in it is of another type
            {resources: {limits: {memory: [1]}}}         | "resources.limits.memory" in it is of another type
            {persistence: {storageClassName: fast}       | neither JSON nor YAML
            5                                            | it is of another type
            {resources: {requests: {cpu: 1}}}            | resources.limits.memory is missing
            {resources: {limits: {memory: much}}}        | resources.limits.memory "much" is no quantity above 0
            {resources: {limits: {memory: 0}}}           | resources.limits.memory "0" is no quantity above 0
            {resources: {limits: {memory: 1Mi}, requests: {memory: 1Gi}}} | resources.requests.memory "1Gi" is above the limit
            {persistence: {storageClassName: Fast disk}} | persistence.storageClassName "Fast disk" is not the name
            {networkPolicy: {to: []}}                    | "networkPolicy.to" in it has no default
            {networkPolicy: {from: [{}]}}                | a peer of networkPolicy.from has none of podSelector
            {networkPolicy: {from: [{podselector: {}}]}} | a peer of networkPolicy.from has none of podSelector
            {networkPolicy: {from: [{podSelector: {matchlabels: {a: b}}}]}} | or a field that no NetworkPolicy has
            {networkPolicy: {from: [{ipBlock: {cidr: 10.0.0.1/8}}]}} | networkPolicy.from.ipBlock "10.0.0.1/8" is not a block
            """)
    void aWrongOneIsRefusedWithItsTextTheFieldAndWhatIsAllowed(String text, String why) {
        assertThat(Settings.parse(Map.of(NAME, text)))
                .isInstanceOfSatisfying(
                        SettingsResult.Invalid.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .satisfies(problem -> {
                                    assertThat(problem.field()).isEqualTo(NAME);
                                    assertThat(problem.message())
                                            .startsWith("\"" + text)
                                            .contains(why);
                                }));
    }

    private static ProfileDefaults valid(String text) {
        SettingsResult result = Settings.parse(Map.of(NAME, text));
        assertThat(result).isInstanceOf(SettingsResult.Valid.class);
        return Optional.of(result)
                .map(SettingsResult.Valid.class::cast)
                .map(valid -> valid.settings().redis().defaults())
                .orElseThrow();
    }
}
