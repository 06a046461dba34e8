package dev.cacheward.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An expected text that no test reads would rot unseen. */
class GoldenFoldersTest {
    private static final Path ROOT = Path.of("src/test/resources/golden");
    private static final Path TESTS = Path.of("src/test/java");

    @Test
    void everyGoldenFolderIsNamedInATest() throws IOException {
        // Given
        StringBuilder tests = new StringBuilder();
        for (Path test : files(TESTS)) {
            tests.append(Files.readString(test));
        }

        // When
        Stream<String> unread = files(ROOT).stream()
                .map(file -> ROOT.relativize(file.getParent()))
                .distinct()
                .filter(folder -> !isNamed(folder, tests.toString()))
                .map(Path::toString);

        // Then
        assertThat(unread).isEmpty();
    }

    /** As {@code "kind/case"}, or put together from {@code "kind/"} and {@code "case"}. */
    private static boolean isNamed(Path folder, String tests) {
        String name = folder.toString().replace('\\', '/');
        int last = name.lastIndexOf('/') + 1;
        return tests.contains('"' + name + '"')
                || last > 0
                        && tests.contains('"' + name.substring(0, last) + '"')
                        && tests.contains('"' + name.substring(last) + '"');
    }

    private static List<Path> files(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
