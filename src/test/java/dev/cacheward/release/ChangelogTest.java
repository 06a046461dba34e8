package dev.cacheward.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The changelog in the form of keepachangelog.com. */
class ChangelogTest {
    private static final Path FILE = Path.of("src", "site", "markdown", "changelog.md");
    private static final Pattern HEADING = Pattern.compile("(?m)^## \\[(.+?)](?: - (\\d{4}-\\d{2}-\\d{2}))?$");
    private static final Pattern CHANGES = Pattern.compile("(?m)^  artifacthub.io/changes: \\|\\n((?:    .*\\n)+)");
    private static final Pattern DESCRIPTION = Pattern.compile("(?m)^      description: (.*)$");
    private static final Pattern KIND = Pattern.compile("(?m)^### (.*)$");

    @Test
    void theVersionOfThePomHasAnEntry() throws IOException {
        // Given
        String version = ProjectVersion.read().replace("-SNAPSHOT", "");
        String entry = ProjectVersion.read().endsWith("-SNAPSHOT") ? "Unreleased" : version;

        // Then
        assertThat(entries()).contains(entry);
    }

    @Test
    void whatIsNotReleasedComesFirstAndEachVersionHasADate() throws IOException {
        // When
        List<MatchResult> headings =
                HEADING.matcher(Files.readString(FILE)).results().toList();

        // Then
        assertThat(headings.get(0).group(1)).isEqualTo("Unreleased");
        assertThat(headings.subList(1, headings.size()))
                .isNotEmpty()
                .allSatisfy(heading ->
                        assertThat(heading.group(2)).as(heading.group()).isNotNull());
    }

    @Test
    void changesAreOfTheKnownKinds() throws IOException {
        assertThat(KIND.matcher(Files.readString(FILE)).results().map(kind -> kind.group(1)))
                .isNotEmpty()
                .isSubsetOf("Added", "Changed", "Deprecated", "Removed", "Fixed", "Security");
    }

    /** Artifact Hub shows what the chart's description says. */
    @Test
    void theChartTellsChangesOfTheNewestVersion() throws IOException {
        // Given
        Matcher changes = CHANGES.matcher(Files.readString(Path.of("helm", "cacheward", "Chart.yaml")));
        String page = Files.readString(FILE).replaceAll("\\s+", " ");
        int newest = page.indexOf("## [", page.indexOf("## [Unreleased]") + 1);

        // When
        assertThat(changes.find()).isTrue();
        List<String> told = DESCRIPTION
                .matcher(changes.group(1))
                .results()
                .map(change -> change.group(1))
                .toList();

        // Then
        assertThat(told)
                .isNotEmpty()
                .allSatisfy(change -> assertThat(page.substring(newest)).contains(change));
    }

    private static List<String> entries() throws IOException {
        return HEADING.matcher(Files.readString(FILE))
                .results()
                .map(heading -> heading.group(1))
                .toList();
    }
}
