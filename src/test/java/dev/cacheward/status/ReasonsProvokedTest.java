package dev.cacheward.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A reason that no test provokes is one that nobody has seen. */
class ReasonsProvokedTest {
    /** Speak of reasons without provoking them: what becomes of one that was found, in conditions, metrics, Events and texts. */
    private static final Pattern NO_PROVOCATION = Pattern.compile(
            "(status|telemetry|gitops|playground|events)/.*|reconcile/(ReconcileInterval|StatusCache)Test.java"
                    + "|cacheprofile/plan/ExpectedServerTest.java");

    private static final Pattern CONSTANT = Pattern.compile("\\bReason\\.([A-Z_]+)\\b");

    private static final Path TESTS = Path.of("src/test/java/dev/cacheward");

    @Test
    void everyReasonIsProvokedByATest() throws IOException {
        // Given
        String tests = tests();
        Set<String> named =
                CONSTANT.matcher(tests).results().map(match -> match.group(1)).collect(Collectors.toSet());

        // When
        List<Reason> forgotten = Arrays.stream(Reason.values())
                .filter(reason -> !tests.contains("\"" + reason.wire() + "\""))
                .filter(reason -> !named.contains(reason.name()))
                .toList();

        // Then
        assertThat(forgotten).as("reasons that no test provokes").isEmpty();
    }

    private static String tests() throws IOException {
        try (Stream<Path> files = Files.walk(TESTS)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !NO_PROVOCATION
                            .matcher(TESTS.relativize(file).toString())
                            .matches())
                    .map(ReasonsProvokedTest::text)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
