package dev.cacheward.ratelimitpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cacheward.api.v1alpha1.Corpus;
import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the API server lets through, the operator judges by the same files. */
class PolicyCorpusValidatorTest {
    private static final KubernetesSerialization JSON = new KubernetesSerialization();

    static Stream<Corpus.Case> accepted() {
        return policies().filter(Corpus.Case::valid);
    }

    static Stream<Corpus.Case> leftToTheOperator() {
        return policies().filter(file -> !file.valid() && !file.refusedByApiServer());
    }

    @ParameterizedTest
    @MethodSource
    void accepted(Corpus.Case file) {
        assertThat(validate(file)).isInstanceOf(ValidatedPolicy.Valid.class);
    }

    @ParameterizedTest
    @MethodSource
    void leftToTheOperator(Corpus.Case file) {
        assertThat(validate(file))
                .isInstanceOfSatisfying(
                        ValidatedPolicy.Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .singleElement()
                                .satisfies(problem -> assertThat(problem.toString())
                                        .startsWith("spec.")
                                        .contains(file.message())));
    }

    private static ValidatedPolicy validate(Corpus.Case file) {
        return SamplePolicies.VALIDATOR.validate(policy(file.resource()));
    }

    private static RateLimitPolicy policy(ObjectNode resource) {
        return JSON.unmarshal(resource.toString(), RateLimitPolicy.class);
    }

    private static Stream<Corpus.Case> policies() {
        List<Corpus.Case> all = Corpus.all();
        return all.stream().filter(file -> file.kind().equals("RateLimitPolicy"));
    }
}
