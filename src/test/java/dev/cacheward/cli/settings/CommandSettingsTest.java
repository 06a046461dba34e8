package dev.cacheward.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.cacheward.cli.terminal.TestTerminal;
import dev.cacheward.runtime.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What a process says before it begins. */
class CommandSettingsTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger(CommandSettings.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(lines);
    }

    @Test
    void anOldNameIsToldOfInOneLineThatNamesTheNewOne() {
        // When
        read(Map.of("CACHEWARD_LOOK_SECONDS", "60"), List.of());

        // Then
        assertThat(lines.list).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.WARN);
            assertThat(line.getFormattedMessage())
                    .startsWith(
                            "CACHEWARD_LOOK_SECONDS is the old name of CACHEWARD_RECONCILE_INTERVAL_SECONDS, which ");
        });
    }

    @Test
    void theWarningsOfTheCommandComeAfterThoseOfTheSettings() {
        // When
        read(Map.of("CACHEWARD_LOOK_SECONDS", "60"), List.of("the command is old"));

        // Then
        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("CACHEWARD_LOOK_SECONDS is the old name"),
                        second -> assertThat(second).isEqualTo("the command is old"));
    }

    @Test
    void withoutAnOldNameNothingIsSaid() {
        // When
        Optional<Settings> settings = read(Map.of("CACHEWARD_RECONCILE_INTERVAL_SECONDS", "60"), List.of());

        // Then
        assertThat(settings).contains(Settings.defaults());
        assertThat(lines.list).isEmpty();
    }

    @Test
    void allWrongSettingsAreTold() {
        // Given
        TestTerminal terminal = TestTerminal.with(Map.of("CACHEWARD_LOG_LEVEL", "loud", "CACHEWARD_HTTP_PORT", "0"));

        // When
        Optional<Settings> settings = CommandSettings.read(terminal.terminal()).apply(List.of());

        // Then
        assertThat(settings).isEmpty();
        assertThat(terminal.err().lines())
                .hasSize(2)
                .anyMatch(complaint -> complaint.startsWith("CACHEWARD_LOG_LEVEL: \"loud\""));
    }

    private static Optional<Settings> read(Map<String, String> environment, List<String> warnings) {
        return CommandSettings.of(environment, System.err).apply(warnings);
    }
}
