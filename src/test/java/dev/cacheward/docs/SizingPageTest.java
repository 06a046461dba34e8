package dev.cacheward.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cacheprofile.model.MaxMemory;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on sizing has the numbers that the operator would choose. */
class SizingPageTest {
    private static final DocPage PAGE = DocPage.named("sizing.md");
    private static final String BEGIN =
            "| memory limit | `maxMemory`, no persistence | `maxMemory`, with persistence | buffers of all clients, no persistence"
                    + " | with persistence |\n| --- | --- | --- | --- | --- |\n";
    private static final String END = "<!-- /shares -->\n";
    private static final long MIB = 1024L * 1024;

    @Test
    void theTableHasTheDefaultsForEachMemoryLimit() {
        // Given
        PAGE.update(SizingPageTest::fill);

        // When
        String page = PAGE.text();

        // Then
        assertThat(page).isEqualTo(fill(page)).contains("| 256Mi | 192 | 115 |");
    }

    private static String fill(String page) {
        String rows = Stream.of("128Mi", "256Mi", "512Mi", "1Gi", "2Gi", "4Gi", "8Gi")
                .map(SizingPageTest::row)
                .collect(Collectors.joining());
        return page.substring(0, page.indexOf(BEGIN) + BEGIN.length()) + rows + page.substring(page.indexOf(END));
    }

    private static String row(String limit) {
        ResourceRequirements resources = new ResourceRequirementsBuilder()
                .addToLimits("memory", new Quantity(limit))
                .build();
        long none = maxMemory(resources, false);
        long persistent = maxMemory(resources, true);
        return PageTable.row(List.of(
                limit,
                mebibytes(none),
                mebibytes(persistent),
                mebibytes(MaxMemory.clients(none, resources)),
                mebibytes(MaxMemory.clients(persistent, resources))));
    }

    private static long maxMemory(ResourceRequirements resources, boolean persistent) {
        return MaxMemory.parse(Optional.empty(), resources, persistent).fold(bytes -> bytes, message -> {
            throw new AssertionError(message);
        });
    }

    private static String mebibytes(long bytes) {
        return String.valueOf(bytes / MIB);
    }
}
