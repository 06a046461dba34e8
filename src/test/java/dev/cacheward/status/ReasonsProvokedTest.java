package dev.cacheward.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A reason that no test provokes is one that nobody has seen. */
class ReasonsProvokedTest {
    /** Speak of reasons without provoking them: tables, texts and the merging of conditions. */
    private static final Set<String> NO_PROVOCATION =
            Set.of("ReasonsProvokedTest.java", "ReasonsTest.java", "ConditionsTest.java");

    @Test
    void everyReasonIsProvokedByATest() throws IOException {
        // Given
        String tests = tests();

        // When
        List<Reason> forgotten = Arrays.stream(Reason.values())
                .filter(reason -> !tests.contains("\"" + reason.wire() + "\""))
                .filter(reason -> !tests.matches("(?s).*\\bReason\\." + reason.name() + "\\b.*"))
                .toList();

        // Then
        assertThat(forgotten).as("reasons that no test mentions").isEmpty();
    }

    private static String tests() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !NO_PROVOCATION.contains(file.getFileName().toString()))
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
