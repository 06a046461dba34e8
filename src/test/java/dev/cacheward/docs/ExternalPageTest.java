package dev.cacheward.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of the services says of each what proves it: tests that exist, or that only documentation does. */
class ExternalPageTest {
    private static final Path TESTS = Path.of("src", "test", "java");
    private static final DocPage PAGE = DocPage.named("external.md");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");
    private static final int COLUMNS = 4;

    static Stream<List<String>> services() {
        return PageTable.rows(PAGE, "services").stream();
    }

    @Test
    void thereAreServices() {
        assertThat(services()).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("services")
    void aServiceNamesTestsThatExistOrDocumentation(List<String> row) throws IOException {
        // Given
        Set<String> existing;
        try (Stream<Path> files = Files.walk(TESTS)) {
            existing = files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
        }

        // When
        String proof = row.get(row.size() - 1);
        List<String> named = TEST.matcher(proof)
                .results()
                .map((MatchResult test) -> test.group(1))
                .toList();

        // Then
        assertThat(row).hasSize(COLUMNS);
        assertThat(existing).containsAll(named);
        assertThat(named.isEmpty()).as(proof).isEqualTo(proof.equals("documentation") || proof.equals("all of them"));
    }
}
