package dev.cacheward.cli.check.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.Corpus;
import dev.cacheward.api.v1alpha1.Corpus.Case;
import dev.cacheward.cli.check.schema.SchemaProblem.Source;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Without a cluster, the same is said as a real API server said. */
class SchemaCheckTest {
    private static final CelExpressions EXPRESSIONS = new CelExpressions();
    private static final Map<String, Map<?, ?>> SCHEMAS = CustomResources.KINDS.stream()
            .collect(Collectors.toMap(
                    kind -> kind, kind -> CustomResources.schema(kind).orElseThrow()));
    private static final Map<String, List<String>> ANSWERS = ApiServerAnswers.recorded();

    static Stream<Case> refused() {
        return Corpus.all().stream()
                .filter(each -> each.refusedByApiServer() && each.previous().isEmpty());
    }

    static Stream<Case> accepted() {
        return Corpus.all().stream().filter(each -> !each.refusedByApiServer());
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatTheApiServerRefusesIsToldInItsWords(Case each) {
        // When
        List<SchemaProblem> problems = check(each);

        // Then
        List<String> answer = ANSWERS.get(each.file()).stream()
                // The API server names no field for a rule on the whole resource.
                .map(said -> said.replaceFirst("^<nil>: ", "metadata.name: "))
                .toList();
        assertThat(told(problems)).containsAll(answer);
        if (problems.stream().allMatch(problem -> problem.source() == Source.RULE)) {
            assertThat(told(problems)).containsExactlyInAnyOrderElementsOf(answer);
        }
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void nothingIsToldOfWhatTheApiServerAccepts(Case each) {
        assertThat(check(each)).isEmpty();
    }

    @Test
    void thereIsAnAnswerToEveryFile() {
        assertThat(ANSWERS.keySet())
                .containsExactlyInAnyOrderElementsOf(refused().map(Case::file).toList());
    }

    private static List<SchemaProblem> check(Case each) {
        return SchemaCheck.check(SCHEMAS.get(each.kind()), ApiServerAnswers.plain(each.resource()), EXPRESSIONS);
    }

    private static List<String> told(List<SchemaProblem> problems) {
        return problems.stream()
                .map(problem -> problem.source() == Source.UNKNOWN_FIELD
                        ? problem.message()
                        : problem.field() + ": " + problem.message())
                .distinct()
                .toList();
    }
}
