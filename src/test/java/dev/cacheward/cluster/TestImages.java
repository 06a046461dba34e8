package dev.cacheward.cluster;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** The server images that {@code CACHEWARD_TEST_IMAGES} names, oldest first, joined by commas. */
final class TestImages {
    private static final String VARIABLE = "CACHEWARD_TEST_IMAGES";

    private TestImages() {}

    /** All; where none is named, the calling test is skipped with a word, and fails where the environment says {@code CI=true}. */
    static List<String> all() {
        List<String> images = Stream.of(
                        Optional.ofNullable(System.getenv(VARIABLE)).orElse("").split(","))
                .map(String::strip)
                .filter(image -> !image.isEmpty())
                .toList();
        demand(!images.isEmpty(), "names no image");
        return images;
    }

    /** The first whose name contains the text. */
    static String like(String text) {
        Optional<String> found =
                all().stream().filter(image -> image.contains(text)).findFirst();
        demand(found.isPresent(), "names no " + text);
        return found.orElseThrow();
    }

    private static void demand(boolean met, String lack) {
        if (!met && "true".equals(System.getenv("CI"))) {
            Assertions.fail(VARIABLE + " " + lack + ", and CI must not skip a test");
        }
        if (!met) {
            System.err.println("SKIPPED: " + VARIABLE + " " + lack + ", such as docker.io/library/redis:8.0.6");
        }
        Assumptions.assumeTrue(met, VARIABLE + " " + lack);
    }
}
