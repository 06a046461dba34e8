package dev.cacheward.cacheprofile.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.Corpus;
import dev.cacheward.cacheprofile.model.ObservedBuilder;
import dev.cacheward.cacheprofile.model.ValidatedProfile;
import dev.cacheward.cacheprofile.model.external.References;
import dev.cacheward.cacheprofile.plan.external.ExternalValidator;
import dev.cacheward.cacheprofile.plan.external.ValidatedExternal;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.validation.Problem;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the API server lets through, the operator judges by the same files. */
class CorpusValidatorTest {
    /** What a spec refers to matters only once the spec itself is right. */
    private static final References UNREAD =
            new References(Map.of(), Optional.of(new Cause(Reason.SECRET_NOT_FOUND, "not read")));

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
        assertThat(problems(file)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void leftToTheOperator(Corpus.Case file) {
        assertThat(problems(file))
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.toString()).startsWith("spec.").contains(file.message()));
    }

    private static List<Problem> problems(Corpus.Case file) {
        CacheProfile profile = profile(file.resource());
        if (ExternalValidator.isExternal(profile)) {
            return SampleProfiles.external(profile, UNREAD) instanceof ValidatedExternal.Invalid invalid
                    ? invalid.problems()
                    : List.of();
        }
        return SampleProfiles.validate(profile, ObservedBuilder.nothing().observed())
                        instanceof ValidatedProfile.Invalid invalid
                ? invalid.problems()
                : List.of();
    }

    private static CacheProfile profile(ObjectNode resource) {
        return JSON.unmarshal(resource.toString(), CacheProfile.class);
    }

    private static Stream<Corpus.Case> profiles() {
        List<Corpus.Case> all = Corpus.all();
        return all.stream().filter(file -> file.kind().equals("CacheProfile"));
    }
}
