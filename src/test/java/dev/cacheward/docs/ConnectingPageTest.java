package dev.cacheward.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the page shows of a library is what the proof of the published Secrets runs. */
class ConnectingPageTest {
    private static final DocPage PAGE = DocPage.named("connecting.md");
    private static final Path PROOFS = Path.of("src/test/proofs");

    @ParameterizedTest
    @CsvSource({
        "python, python/connect.py",
        "js, node/connect.mjs",
        "go, go/connect/main.go",
        "java, jvm/src/main/java/dev/cacheward/proof/Connect.java",
    })
    void aSnippetIsPartOfItsProof(String language, String proof) throws IOException {
        // Given
        String program = Files.readString(PROOFS.resolve(proof));
        // When
        String snippet =
                only(Pattern.compile("(?s)```" + language + "\n(.*?)```").matcher(PAGE.text()));
        // Then
        assertThat(Arrays.stream(snippet.split("\n\n+")).map(String::stripTrailing))
                .isNotEmpty()
                .allSatisfy(part -> assertThat(program).contains(part));
    }

    @ParameterizedTest
    @CsvSource({
        "redis-py, src/test/proofs/python/requirements.txt, (?m)^redis==(.*)",
        "ioredis, src/test/proofs/node/package.json, \"ioredis\": \"([^\"]*)\"",
        "go-redis, src/test/proofs/go/connect/go.mod, go-redis/v9 v(.*)",
        "lettuce, pom.xml, <lettuce.version>([0-9.]*)\\.",
    })
    void theVersionOfALibraryIsThatOfItsProof(String library, String lock, String version) throws IOException {
        // Given
        String proven = only(Pattern.compile(version).matcher(Files.readString(Path.of(lock))));
        // When
        String row =
                only(Pattern.compile("(?m)^\\| " + library + " \\| ([^|]*)").matcher(PAGE.text()));
        // Then
        assertThat(row.split(" ")).contains(proven.strip());
    }

    private static String only(Matcher matcher) {
        assertThat(matcher.results().map(MatchResult::group)).hasSize(1);
        matcher.reset().find();
        return matcher.group(1);
    }
}
