package dev.cacheward.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.redis.ServerVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page on compatibility says what the chart, the code and the tests say. */
class CompatibilityPageTest {
    private static final DocPage PAGE = DocPage.named("compatibility.md");
    private static final Path ANSWERS = Path.of("src", "test", "resources", "servers");
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))`");
    private static final Pattern LOWEST = Pattern.compile("kubeVersion: \">=(\\d+\\.\\d+)\\.");

    @Test
    void everyTestThatItNamesExists() throws IOException {
        // Given
        List<String> existing;
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            existing = files.map(file -> file.getFileName().toString()).toList();
        }

        // Then
        assertThat(TEST.matcher(PAGE.text()).results().map(test -> test.group(1) + ".java"))
                .isNotEmpty()
                .isSubsetOf(existing);
    }

    @Test
    void theLowestKubernetesIsTheCharts() throws IOException {
        // When
        Matcher chart = LOWEST.matcher(Files.readString(Path.of("helm", "cacheward", "Chart.yaml")));

        // Then
        assertThat(chart.find()).isTrue();
        assertThat(row("Kubernetes")).contains("| " + chart.group(1) + " or later");
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis", "valkey"})
    void theServersWhoseParametersAreKnownAreThoseThatWereAsked(String product) throws IOException {
        // Given
        List<String> asked;
        try (Stream<Path> files = Files.list(ANSWERS)) {
            asked = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(product + "-"))
                    .map(name -> name.replaceAll("^" + product + "-|\\.csv$", ""))
                    .sorted()
                    .toList();
        }

        // Then
        assertThat(PAGE.text()).contains("that they know every parameter: " + String.join(", ", asked) + " |");
    }

    @Test
    void theServersThatAreAllowedAreThoseOfTheOperator() {
        assertThat(ServerVersion.SUPPORTED).isEqualTo("Redis 7.0 to 8, or Valkey 8 or 9");
        assertThat(row("Redis, managed")).contains("| 7.0 to 8 |");
        assertThat(row("Valkey, managed")).contains("| 8 and 9 |");
    }

    private static String row(String part) {
        return PAGE.text()
                .lines()
                .filter(line -> line.startsWith("| " + part + " |"))
                .findFirst()
                .orElseThrow();
    }
}
