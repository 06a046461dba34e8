package dev.cacheward.cluster.rig;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * The images that the environment names. Where one is not named that a test needs, the test is skipped with a word, and fails
 * where the environment says {@code CI=true}.
 */
public final class TestImages {
    private static final String SERVERS = "CACHEWARD_TEST_IMAGES";
    private static final String OPERATOR = "CACHEWARD_TEST_IMAGE";

    private static final String PREVIOUS_CHART = "CACHEWARD_TEST_PREVIOUS_CHART";
    private static final String PREVIOUS_IMAGE = "CACHEWARD_TEST_PREVIOUS_IMAGE";

    private TestImages() {}

    /** The server images that {@code CACHEWARD_TEST_IMAGES} names, oldest first, joined by commas. */
    public static List<String> all() {
        List<String> images = Stream.of(
                        Optional.ofNullable(System.getenv(SERVERS)).orElse("").split(","))
                .map(String::strip)
                .filter(image -> !image.isEmpty())
                .toList();
        demand(!images.isEmpty(), SERVERS + " names no image, such as docker.io/library/redis:8.0.6");
        return images;
    }

    /** The first whose name contains the text. */
    public static String like(String text) {
        Optional<String> found =
                all().stream().filter(image -> image.contains(text)).findFirst();
        demand(found.isPresent(), SERVERS + " names no " + text);
        return found.orElseThrow();
    }

    /** The operator's own image, with its tag, where the cluster's nodes have it. */
    public static String operator() {
        String image = Optional.ofNullable(System.getenv(OPERATOR)).orElse("").strip();
        demand(!image.isEmpty(), OPERATOR + " names no image, such as cacheward/cacheward:0.1.0");
        return image;
    }

    /** An earlier state of this operator: the folder of its chart, and its image with a tag. */
    public record Previous(String chart, String image) {}

    /** The earlier state that {@code CACHEWARD_TEST_PREVIOUS_CHART} and {@code CACHEWARD_TEST_PREVIOUS_IMAGE} name. */
    public static Previous previous() {
        String chart =
                Optional.ofNullable(System.getenv(PREVIOUS_CHART)).orElse("").strip();
        String image =
                Optional.ofNullable(System.getenv(PREVIOUS_IMAGE)).orElse("").strip();
        demand(
                !chart.isEmpty() && !image.isEmpty(),
                PREVIOUS_CHART + " and " + PREVIOUS_IMAGE + " name no earlier chart and image");
        return new Previous(chart, image);
    }

    private static void demand(boolean met, String lack) {
        if (!met && "true".equals(System.getenv("CI"))) {
            Assertions.fail(lack + ", and CI must not skip a test");
        }
        if (!met) {
            System.err.println("SKIPPED: " + lack);
        }
        Assumptions.assumeTrue(met, lack);
    }
}
