package dev.cacheward.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A copy of {@code src/test/resources/charts/umbrella}, which has the chart as a dependency, once as it is and once by an alias. */
public final class UmbrellaChart {
    /** Where Cacheward is without an alias; the names of its values begin so, too. */
    public static final String PLAIN = "cacheward";

    /** The alias, as the umbrella's values name it. */
    public static final String ALIAS = "team_Cache";

    private static final Path ORIGINAL = Path.of("src", "test", "resources", "charts", "umbrella");

    private final Path folder;

    /**
     * Has helm fetch the dependencies.
     *
     * @param folder an empty one
     */
    public UmbrellaChart(Path folder) {
        this.folder = folder;
        copy();
        Helm.Outcome outcome = Helm.run(List.of("dependency", "update", folder.toString()));
        assertThat(outcome.code()).as(outcome.errors()).isZero();
    }

    /** Its folder, as helm takes it. */
    public String path() {
        return folder.toString();
    }

    private void copy() {
        String chart = Path.of(Helm.CHART).toAbsolutePath().toString();
        try (Stream<Path> files = Files.walk(ORIGINAL)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(ORIGINAL.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.writeString(copy, Files.readString(file).replace("CHART", chart));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
