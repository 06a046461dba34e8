package dev.cacheward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What a process says before it begins. */
class MainTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger(Main.class);
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
        // Given
        Command command = Command.parse(List.of(), Map.of("CACHEWARD_LOOK_SECONDS", "60"));

        // When
        Main.prepare((Command.Work) command);

        // Then
        assertThat(lines.list).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.WARN);
            assertThat(line.getFormattedMessage())
                    .startsWith(
                            "CACHEWARD_LOOK_SECONDS is the old name of CACHEWARD_RECONCILE_INTERVAL_SECONDS, which ");
        });
    }

    @Test
    void withoutAnOldNameNothingIsSaid() {
        // Given
        Command command = Command.parse(List.of("cleanup"), Map.of("CACHEWARD_RECONCILE_INTERVAL_SECONDS", "60"));

        // When
        Main.prepare((Command.Work) command);

        // Then
        assertThat(lines.list).isEmpty();
    }
}
