package dev.cacheward.delivery.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.validation.Problem;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryNamesTest {
    private static final String FIELD = "spec.ttls";

    @ParameterizedTest
    @ValueSource(strings = {"a", "y", "query_result", "a1_", "default", "off", "modes"})
    void aNameThatMakesAVariableIsAccepted(String name) {
        assertThat(EntryNames.check(FIELD, Set.of(name))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Query-Result", "query-result", "1b", "_a", "", "a.b", "ä", "a b", "a\n"})
    void aNameThatMakesNoVariableIsRefusedWithTheRule(String name) {
        // When
        List<Problem> problems = EntryNames.check(FIELD, Set.of(name));

        // Then
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo(FIELD);
            assertThat(problem.message())
                    .startsWith("\"" + name.replace("\n", "\\u000a") + "\" is not a name")
                    .contains("lower case letters, digits and '_', a letter first");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "true, YAML makes true and false from y",
        "false, YAML makes true and false from y",
        "enabled, a key of that name is delivered already",
        "mode, a key of that name is delivered already",
        "json, a key of that name is delivered already",
        "storage_uri, a key of that name is delivered already"
    })
    void aReservedNameIsRefusedWithTheCause(String name, String cause) {
        // When
        List<Problem> problems = EntryNames.check("spec.limits", Set.of(name));

        // Then
        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .startsWith("spec.limits: \"" + name + "\" cannot be a name")
                        .contains(cause));
    }

    @Test
    void sixtyThreeCharactersAreTheMost() {
        assertThat(EntryNames.check(FIELD, Set.of("a".repeat(63)))).isEmpty();
        assertThat(EntryNames.check(FIELD, Set.of("a".repeat(64)))).hasSize(1);
    }

    @Test
    void oneTo128EntriesAreAllowed() {
        assertThat(EntryNames.check(FIELD, names(128))).isEmpty();
        assertThat(EntryNames.check(FIELD, names(129)))
                .containsExactly(new Problem(FIELD, "has 129 entries; allowed are 1 to 128"));
        assertThat(EntryNames.check(FIELD, Set.of()))
                .containsExactly(new Problem(FIELD, "has 0 entries; allowed are 1 to 128"));
    }

    @Test
    void allProblemsAreFoundInTheOrderOfTheNames() {
        // When
        List<Problem> problems = EntryNames.check(FIELD, Set.of("true", "B", "good", "1"));

        // Then
        assertThat(problems)
                .extracting(problem -> problem.message().substring(0, 3))
                .containsExactly("\"1\"", "\"B\"", "\"tr");
    }

    private static Set<String> names(int count) {
        return IntStream.range(0, count).mapToObj(at -> "n" + at).collect(Collectors.toSet());
    }
}
