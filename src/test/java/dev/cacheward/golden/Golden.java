package dev.cacheward.golden;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.util.diff.DiffUtils;

/**
 * A folder of expected texts below {@code src/test/resources/golden}. {@code -Dgolden.update=true} writes what was rendered
 * instead of comparing; the difference is then read in version control.
 */
public final class Golden {
    private static final Path ROOT = Path.of("src/test/resources/golden");

    private final Path folder;
    private final boolean update;

    Golden(Path folder, boolean update) {
        this.folder = folder;
        this.update = update;
    }

    /** @param name below the root, such as {@code cacheprofile/minimal} */
    public static Golden folder(String name) {
        return new Golden(ROOT.resolve(name), Boolean.getBoolean("golden.update"));
    }

    /** Returns a folder that lies elsewhere. */
    public static Golden at(Path folder) {
        return new Golden(folder, Boolean.getBoolean("golden.update"));
    }

    /** Fails with every difference, be it a text, a missing file or one that was not rendered. */
    public void assertMatches(Map<String, String> rendered) {
        if (update) {
            write(rendered);
            return;
        }
        Map<String, String> expected = read();
        TreeSet<String> names = new TreeSet<>(expected.keySet());
        names.addAll(rendered.keySet());
        List<String> differences = names.stream()
                .filter(name -> !Objects.equals(expected.get(name), rendered.get(name)))
                .map(name -> difference(name, expected.get(name), rendered.get(name)))
                .toList();
        if (!differences.isEmpty()) {
            fail(folder + " differs; -Dgolden.update=true writes what was rendered\n" + String.join("\n", differences));
        }
    }

    private static String difference(String name, String expected, String rendered) {
        if (expected == null) {
            return name + ": rendered, but not expected\n" + rendered;
        }
        if (rendered == null) {
            return name + ": expected, but not rendered";
        }
        List<String> before = lines(expected);
        return DiffUtils.generateUnifiedDiff(
                        name + " (expected)", name + " (rendered)", before, DiffUtils.diff(before, lines(rendered)), 3)
                .stream()
                .collect(Collectors.joining("\n"));
    }

    /** Keeps the empty line behind a final line break, so that its absence is a difference. */
    private static List<String> lines(String text) {
        return new ArrayList<>(List.of(text.split("\n", -1)));
    }

    private SortedMap<String, String> read() {
        SortedMap<String, String> texts = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return texts;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Map<String, String> rendered) {
        try {
            Files.createDirectories(folder);
            for (String stale : read().keySet()) {
                Files.delete(folder.resolve(stale));
            }
            for (Map.Entry<String, String> text : rendered.entrySet()) {
                Files.writeString(folder.resolve(text.getKey()), text.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
