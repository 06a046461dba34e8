package dev.cacheward.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.testbed.SettableClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When a command tells what it does. */
class ProgressTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final SettableClock clock = new SettableClock();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aShortCommandSaysNothing() {
        // Given
        Progress progress = progress(true);
        progress.step("reading");
        clock.pass(SECOND);

        // When
        progress.tick();
        progress.close();

        // Then
        assertThat(said()).isEmpty();
    }

    @Test
    void onAScreenOneLineIsKeptUpToDateAndGoesInTheEnd() {
        // Given
        Progress progress = progress(true);
        clock.pass(Progress.SILENCE);

        // When
        for (String step : new String[] {"one", "two", "two"}) {
            progress.step(step);
            progress.tick();
        }
        progress.close();

        // Then
        assertThat(said()).isEqualTo("\r\u001b[2Kone\r\u001b[2Ktwo\r\u001b[2K");
    }

    @Test
    void elsewhereALineIsWrittenEveryTenSeconds() {
        // Given
        Progress progress = progress(false);
        clock.pass(Progress.SILENCE);

        // When
        for (int second = 0; second < 12; second++) {
            progress.step("second " + second);
            progress.tick();
            clock.pass(SECOND);
        }
        progress.close();

        // Then
        assertThat(said().lines()).containsExactly("second 0", "second 10");
    }

    private Progress progress(boolean screen) {
        return new Progress(new PrintStream(err, true, StandardCharsets.UTF_8), screen, clock);
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
