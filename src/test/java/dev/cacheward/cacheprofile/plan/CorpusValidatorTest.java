package dev.cacheward.cacheprofile.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.Corpus;
import dev.cacheward.cacheprofile.model.ObservedBuilder;
import dev.cacheward.cacheprofile.model.ValidatedProfile;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the API server lets through, the operator judges by the same files. */
class CorpusValidatorTest {
    private static final KubernetesSerialization JSON = new KubernetesSerialization();

    static Stream<Corpus.Case> accepted() {
        return profiles().filter(Corpus.Case::valid);
    }

    static Stream<Corpus.Case> leftToTheOperator() {
        return profiles().filter(file -> !file.valid() && !file.refusedByApiServer());
    }

    @ParameterizedTest
    @MethodSource
    void accepted(Corpus.Case file) {
        assertThat(validate(file)).isInstanceOf(ValidatedProfile.Valid.class);
    }

    @ParameterizedTest
    @MethodSource
    void leftToTheOperator(Corpus.Case file) {
        assertThat(validate(file))
                .isInstanceOfSatisfying(
                        ValidatedProfile.Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .singleElement()
                                .satisfies(problem -> assertThat(problem.toString())
                                        .startsWith("spec.")
                                        .contains(file.message())));
    }

    private static ValidatedProfile validate(Corpus.Case file) {
        return SampleProfiles.validate(
                profile(file.resource()), ObservedBuilder.nothing().observed());
    }

    private static CacheProfile profile(ObjectNode resource) {
        return JSON.unmarshal(resource.toString(), CacheProfile.class);
    }

    private static Stream<Corpus.Case> profiles() {
        List<Corpus.Case> all = Corpus.all();
        return all.stream().filter(file -> file.kind().equals("CacheProfile"));
    }
}
