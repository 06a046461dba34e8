package dev.cacheward.ratelimitpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import dev.cacheward.validation.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every refusal names the field, quotes the value and says what is allowed. */
class BadLimitsTest {
    @ParameterizedTest(name = "a limit of {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "20/min | minute",
                "10/week | ",
                "0/minute | ",
                "1.5/minute | ",
                "100 | ",
                "unlimited | ",
                "300/hour; 20/minute | order",
                "20/minute; 30/minute | same window",
                "60/minute; 1 per 60 seconds | same window"
            })
    void limits(String text, String hint) {
        assertThat(problem("limits: {query: '" + text + "'}"))
                .startsWith("spec.limits.query: \"" + text + "\" is not a rate limit")
                .contains(hint == null ? "" : hint)
                .contains("Allowed are one to four rates joined by ';'");
    }

    @ParameterizedTest(name = "a limit named {0}")
    @CsvSource({"Query-Result", "true", "mode", "enabled"})
    void names(String name) {
        assertThat(problem("limits: {\"" + name + "\": 20/minute}")).startsWith("spec.limits: \"" + name + "\" ");
    }

    @Test
    void aPolicyWithoutLimitsIsTold() {
        assertThat(problem("mode: Shadow")).isEqualTo("spec.limits: has 0 entries; allowed are 1 to 128");
    }

    @Test
    void aPolicysNameObeysTheRuleOfBothKinds() {
        // Given
        RateLimitPolicy policy = SamplePolicies.policy("limits: {query: 20/minute}");
        policy.getMetadata().setName("a.b");

        // When
        List<Problem> problems = problems(policy);

        // Then
        assertThat(problems)
                .singleElement()
                .satisfies(
                        problem -> assertThat(problem.toString()).startsWith("metadata.name: \"a.b\" is not allowed"));
    }

    private static String problem(String... specLines) {
        List<Problem> problems = problems(SamplePolicies.policy(specLines));
        assertThat(problems).hasSize(1);
        return problems.get(0).toString();
    }

    private static List<Problem> problems(RateLimitPolicy policy) {
        ValidatedPolicy validated = SamplePolicies.VALIDATOR.validate(policy);
        return validated instanceof ValidatedPolicy.Invalid invalid ? invalid.problems() : List.of();
    }
}
