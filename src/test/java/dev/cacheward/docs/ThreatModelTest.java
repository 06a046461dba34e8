package dev.cacheward.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every promise of the threat model names tests, and they exist. */
class ThreatModelTest {
    private static final Path TESTS = Path.of("src", "test", "java");
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))`");

    static Stream<String> promises() {
        String text = DocPage.named("threat-model.md").text();
        return text.substring(text.indexOf("<!-- promises -->"), text.indexOf("<!-- /promises -->"))
                .lines()
                .filter(line -> line.startsWith("| "))
                .skip(2);
    }

    @Test
    void thereArePromises() {
        assertThat(promises()).hasSizeGreaterThan(5);
    }

    @ParameterizedTest
    @MethodSource("promises")
    void aPromiseNamesTestsThatExist(String promise) throws IOException {
        // Given
        List<String> named = TEST.matcher(promise)
                .results()
                .map(test -> test.group(1) + ".java")
                .toList();
        List<String> existing;
        try (Stream<Path> files = Files.walk(TESTS)) {
            existing = files.map(file -> file.getFileName().toString()).toList();
        }

        // Then
        assertThat(named).isNotEmpty();
        assertThat(existing).containsAll(named);
    }
}
