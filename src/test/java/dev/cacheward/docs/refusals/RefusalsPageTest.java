package dev.cacheward.docs.refusals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cli.check.CheckCommand;
import dev.cacheward.cli.terminal.TestTerminal;
import dev.cacheward.delivery.value.RateLimit;
import dev.cacheward.delivery.value.Ttl;
import dev.cacheward.validation.Parsed;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Each row of the table of wrong inputs is what {@code check} says; {@code RefusalsIT} asks an API server. */
class RefusalsPageTest {
    /** What follows "write" is a value, unless it is a choice or an example. */
    private static final Pattern ADVICE = Pattern.compile("write ([0-9A-Z][^,;()]*?)(?: \\(.*)?$");

    static Stream<Refusal> all() {
        return Refusal.all().stream();
    }

    /** What to write, of those rows that name it. */
    static Stream<Refusal> advised() {
        return all().filter(row -> row.field().endsWith(".q"))
                .filter(row -> ADVICE.matcher(row.answer()).find())
                .filter(row -> !row.answer().matches(".*(Never or| or |Never if| for ).*"));
    }

    @Test
    void thereAreRowsOfEachOfTheThree() {
        assertThat(Refusal.all())
                .hasSizeGreaterThan(40)
                .extracting(Refusal::who)
                .contains(Refusal.API_SERVER, Refusal.CHECK, Refusal.OPERATOR)
                .isSubsetOf(List.of(Refusal.API_SERVER, Refusal.CHECK, Refusal.OPERATOR));
    }

    @ParameterizedTest
    @MethodSource("all")
    void checkGivesTheAnswerAndTellsWhose(Refusal row) {
        // When
        TestTerminal terminal = TestTerminal.reading(row.resource());
        int code = new CommandLine(new CheckCommand(terminal.terminal())).execute("-o", "json", "-");

        // Then
        assertThat(code).isEqualTo(1);
        String rule = switch (row.who()) {
            case Refusal.OPERATOR -> "\"operator\"";
            case Refusal.API_SERVER -> "\"message\"";
            default -> "\"hint\"";
        };
        assertThat(terminal.out().lines()).anySatisfy(line -> assertThat(line).contains(rule));
        assertThat(terminal.out().replace("\\\"", "\"")).contains(row.answer());
    }

    @Test
    void ofSeveralWrongNamesOneIsQuoted() {
        // When
        String resource =
                new Refusal("spec.ttls.queryResult", "5m", "", "").resource().replace("{q", "{queryResults: 5m, q");
        TestTerminal terminal = TestTerminal.reading(resource);
        new CommandLine(new CheckCommand(terminal.terminal())).execute("-");

        // Then
        assertThat(terminal.out())
                .containsOnlyOnce("error: ")
                .containsPattern("'queryResults?' is not a name in spec.ttls")
                .containsPattern("; write query_results?[.] Other names there are wrong, too");
    }

    @ParameterizedTest
    @MethodSource("advised")
    void whatIsAdvisedIsAccepted(Refusal row) {
        // Given
        String advice =
                ADVICE.matcher(row.answer()).results().findFirst().orElseThrow().group(1);

        // When
        Parsed<?> parsed = row.field().startsWith("spec.ttls.") ? Ttl.parse(advice) : RateLimit.parse(advice);

        // Then
        assertThat(parsed).isInstanceOf(Parsed.Valid.class);
    }
}
