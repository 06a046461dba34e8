package dev.cacheward.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cacheward.testbed.EmbeddedApi;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator as somebody starts it on a cluster without any resource. */
class ProcessMockTest {
    private static final Pattern OF_THE_COMMAND_LINE =
            Pattern.compile("^(picocli|dev\\.cel|dev\\.cacheward\\.cli\\.(?!(Main|settings\\.CommandSettings)\\b))");

    @TempDir
    private Path folder;

    private final EmbeddedApi api = EmbeddedApi.start();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void withNothingToDoAndNoPortItStaysToWatchAndLoadsNothingOfTheCommandLine() {
        try (OperatorJvm alone =
                new OperatorJvm(api, folder, "alone", List.of("CACHEWARD_HTTP_PORT", "CACHEWARD_LEADER_ELECTION"))) {
            // When
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> alone.lines().stream().anyMatch(line -> line.contains("Looking after")));

            // Then
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(alone.lastingThreads()).contains("main"));
            assertThat(alone.loadedClasses())
                    .contains("dev.cacheward.operator.OperatorProcess")
                    .filteredOn(name -> OF_THE_COMMAND_LINE.matcher(name).find())
                    .isEmpty();
        }
    }
}
