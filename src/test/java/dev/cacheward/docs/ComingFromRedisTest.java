package dev.cacheward.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the page names is there. ComingFromRedisIT runs its commands and applies its manifests. */
class ComingFromRedisTest {
    private static final Pattern NAME = Pattern.compile("[A-Z][a-z]+([A-Z][a-z]+)*");
    private static final Pattern ALERT = Pattern.compile("- alert: (\\w+)");
    private static final int COLUMNS = 3;

    @Test
    void eachRowSaysWhatOneDidWhatOneDoesAndWhereItIsTold() {
        assertThat(ComingFromRedis.rows())
                .hasSizeGreaterThan(40)
                .allSatisfy(row -> assertThat(row).hasSize(COLUMNS));
    }

    @Test
    void everyFieldThatItNamesExists() {
        // Given
        String reference = DocPage.named("reference.md").text();

        // When
        List<String> fields = ComingFromRedis.words().stream()
                .filter(word -> word.startsWith("spec."))
                .toList();

        // Then
        assertThat(fields)
                .hasSizeGreaterThan(10)
                .allSatisfy(field -> assertThat(reference).contains("| `" + field + "` |"));
    }

    @Test
    void everyReasonConditionAndAlertThatItNamesExists() throws IOException {
        // Given
        Set<String> known = Stream.of(
                        Arrays.stream(Reason.values()).map(Reason::wire),
                        Arrays.stream(ConditionType.values()).map(ConditionType::wire),
                        alerts(),
                        ComingFromRedis.spans(DocPage.named("reference.md").text()))
                .flatMap(names -> names)
                .collect(Collectors.toSet());

        // When
        List<String> names = ComingFromRedis.words().stream()
                .filter(word -> NAME.matcher(word).matches())
                .toList();

        // Then
        assertThat(names).hasSizeGreaterThan(15);
        assertThat(known).containsAll(names);
    }

    private static Stream<String> alerts() throws IOException {
        return ALERT.matcher(Files.readString(Path.of("helm/cacheward/templates/alerts.yaml")))
                .results()
                .map((MatchResult alert) -> alert.group(1));
    }

    @Test
    void theCommandsOfThePageAreFound() {
        assertThat(ComingFromRedis.commands()).hasSizeGreaterThan(20).anyMatch(command -> command.startsWith("ask "));
    }
}
