package dev.cacheward.release.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/**
 * A chart as Helm packages it, without Helm: the files of its folder but for those that {@code .helmignore} names.
 *
 * @param folder of the chart, whose name is the chart's
 */
public record ChartPackage(Path folder) {
    private static final String IGNORE_FILE = ".helmignore";
    private static final String DESCRIPTION = "Chart.yaml";

    /** Writes it in gzip. The description comes first, as Helm has it. */
    public void write(Path archive, Instant time) throws IOException {
        GzipParameters parameters = new GzipParameters();
        parameters.setCompressionLevel(9);
        try (OutputStream file = Files.newOutputStream(archive);
                TarWriter tar = new TarWriter(new GzipCompressorOutputStream(file, parameters), time)) {
            for (Path path : files()) {
                tar.add(folder.getFileName() + "/" + name(path), Files.readAllBytes(path));
            }
        }
    }

    private List<Path> files() throws IOException {
        List<Ignored> ignored = ignored();
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(path -> ignored.stream().noneMatch(rule -> rule.matches(folder.relativize(path))))
                    .sorted(Comparator.comparing((Path path) -> !name(path).equals(DESCRIPTION))
                            .thenComparing(this::name))
                    .toList();
        }
    }

    private String name(Path path) {
        return folder.relativize(path).toString().replace('\\', '/');
    }

    private List<Ignored> ignored() throws IOException {
        Path rules = folder.resolve(IGNORE_FILE);
        if (!Files.exists(rules)) {
            return List.of();
        }
        return Files.readAllLines(rules).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(Ignored::of)
                .toList();
    }

    /**
     * A line of {@code .helmignore}.
     *
     * @param names of a file or a folder, wherever it is
     */
    private record Ignored(PathMatcher names, boolean folders) {
        static Ignored of(String line) {
            boolean folders = line.endsWith("/");
            String pattern = folders ? line.substring(0, line.length() - 1) : line;
            if (pattern.startsWith("!") || pattern.contains("/")) {
                throw new IllegalArgumentException(IGNORE_FILE + ": \"" + line
                        + "\" is not understood here: allowed are names without a slash inside, with * and ?");
            }
            return new Ignored(FileSystems.getDefault().getPathMatcher("glob:" + pattern), folders);
        }

        boolean matches(Path relative) {
            int last = relative.getNameCount() - 1;
            for (int i = 0; i <= last; i++) {
                if (names.matches(relative.getName(i)) && !(folders && i == last)) {
                    return true;
                }
            }
            return false;
        }
    }
}
