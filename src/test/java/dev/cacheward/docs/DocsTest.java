package dev.cacheward.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold for every page, so that a reader finds the way. */
class DocsTest {
    private static final int LONGEST_README = 110;
    private static final int LARGEST_README = 8192;
    private static final int LONGEST_MAP = 80;

    static Stream<DocPage> pages() {
        return DocPage.all();
    }

    @Test
    void theReadmeIsShort() {
        assertThat(DocPage.README.text().lines().count()).isLessThanOrEqualTo(LONGEST_README);
        assertThat(DocPage.README.text().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(LARGEST_README);
    }

    @Test
    void theReadmeBeginsWithTheCommandsThatShowAndTestIt() {
        // When
        List<String> commands = DocPage.README
                .text()
                .lines()
                .filter(line -> line.startsWith("    "))
                .toList();

        // Then
        assertThat(commands).startsWith("    mvn -q test-compile exec:java", "    mvn verify");
    }

    @Test
    void theMapOfTheCodeIsShort() {
        assertThat(DocPage.named("architecture.md").text().lines().count()).isLessThanOrEqualTo(LONGEST_MAP);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsToAFile(DocPage page) {
        assertThat(page.links())
                .allSatisfy(link -> assertThat(page.target(link)).exists());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyAnchorIsAHeading(DocPage page) {
        assertThat(page.links())
                .filteredOn(link -> link.contains("#"))
                .allSatisfy(link -> assertThat(new DocPage(page.target(link)).anchors())
                        .contains(link.substring(link.indexOf('#') + 1)));
    }

    @Test
    void theIndexNamesEveryPage() {
        // Given
        DocPage index = DocPage.named("index.md");

        // When
        List<Path> named = index.links().stream().map(index::target).toList();

        // Then
        assertThat(named)
                .containsAll(DocPage.site().stream()
                        .filter(page -> !page.equals(index))
                        .map(DocPage::file)
                        .toList());
    }

    @Test
    void aPageThatAMessageOrACommentNamesExists() {
        assertThat(Sources.pageNames())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(Files.exists(DocPage.FOLDER.resolve(name)))
                        .as(name)
                        .isTrue());
    }
}
