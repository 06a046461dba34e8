package dev.cacheward.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.joran.spi.JoranException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reads the real logback.xml in a context of its own, so that the log of the other tests stays as it is. */
class LoggingTest {
    private final LoggerContext context = new LoggerContext();

    @BeforeEach
    void configure() throws JoranException {
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(getClass().getResource("/logback.xml"));
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @ParameterizedTest
    @EnumSource
    void aLevelHoldsForOurLinesAlone(LogLevel level) {
        // When
        Logging.apply(level, LogFormat.TEXT, context);

        // Then
        assertThat(context.getLogger("dev.cacheward.operator.CachewardOperator").getEffectiveLevel())
                .isEqualTo(Level.valueOf(level.name()));
        assertThat(context.getLogger("io.fabric8.kubernetes.client").getEffectiveLevel())
                .isEqualTo(Level.WARN);
        assertThat(context.getLogger("org.example").getEffectiveLevel()).isEqualTo(Level.WARN);
    }

    @Test
    void theUnstableVersionIsNoNews() throws ClassNotFoundException {
        // Given
        Class<?> warner = Class.forName("io.fabric8.kubernetes.client.dsl.internal.VersionUsageUtils");

        // Then
        assertThat(context.getLogger(warner).isWarnEnabled()).isFalse();
    }

    @Test
    void anEventNamesTheResourceThatItIsAbout() {
        // Given
        LoggingEvent event = event(
                "made the Redis",
                null,
                Map.of("resource.kind", "CacheProfile", "resource.namespace", "shop", "resource.name", "web"));

        // Then
        assertThat(encoded(event))
                .isEqualTo(
                        "2026-03-01T10:00:00.123Z INFO  CachewardOperator made the Redis resource=CacheProfile shop/web"
                                + System.lineSeparator());
    }

    @Test
    void anEventWithoutAResourceIsOneLineToo() {
        assertThat(encoded(event("started\nReady: forged", null, Map.of())))
                .isEqualTo("2026-03-01T10:00:00.123Z INFO  CachewardOperator started | Ready: forged"
                        + System.lineSeparator());
    }

    @Test
    void aStackTraceIsPartOfItsLine() {
        assertThat(encoded(event("failed", new IllegalStateException("no\nway"), Map.of())))
                .startsWith(
                        "2026-03-01T10:00:00.123Z INFO  CachewardOperator failed | java.lang.IllegalStateException: no | way | at ")
                .endsWith(System.lineSeparator())
                .satisfies(line -> assertThat(line.lines()).hasSize(1));
    }

    @ParameterizedTest
    @EnumSource
    void whatNobodySeesIsAnEscapeInEveryForm(LogFormat format) {
        // Given
        Logging.apply(LogLevel.INFO, format, context);
        String hidden = "a\u001b[31m\u009b\u202e\u2028\u200b\u0085b";

        // When
        String line = encoded(event(hidden, new IllegalStateException(hidden), Map.of()));

        // Then
        assertThat(line).contains("\\u202e", "\\u2028", "\\u200b").endsWith("\n");
        assertThat(line.strip().codePoints())
                .noneMatch(character -> Character.isISOControl(character)
                        || Character.getType(character) == Character.FORMAT
                        || Character.getType(character) == Character.LINE_SEPARATOR);
    }

    @Test
    void asJsonAnEventIsOneObjectWithItsResource() throws Exception {
        // Given
        Logging.apply(LogLevel.INFO, LogFormat.JSON, context);
        Map<String, String> resource = Map.of(
                "resource.kind", "CacheProfile",
                "resource.namespace", "shop",
                "resource.name", "web",
                "resource.generation", "3",
                "resource.reason", "Timeout");

        // When
        String line = encoded(event("no \"answer\"\nat all", new IllegalStateException("no way"), resource));

        // Then
        JsonNode json = new ObjectMapper().readTree(line);
        assertThat(line.lines()).hasSize(1);
        assertThat(json.get("@timestamp").asText()).isEqualTo("2026-03-01T10:00:00.123Z");
        assertThat(json.get("level").asText()).isEqualTo("INFO");
        assertThat(json.get("logger").asText()).isEqualTo("dev.cacheward.operator.CachewardOperator");
        assertThat(json.get("message").asText()).isEqualTo("no \"answer\"\nat all");
        assertThat(json.get("stack_trace").asText())
                .startsWith("java.lang.IllegalStateException: no way" + System.lineSeparator() + "\tat ");
        resource.forEach((key, value) -> assertThat(json.get(key).asText()).isEqualTo(value));
    }

    @Test
    void asJsonAnEventThatNothingFailedInHasNoStackTrace() throws Exception {
        // Given
        Logging.apply(LogLevel.INFO, LogFormat.JSON, context);

        // When
        String line = encoded(event("started", null, Map.of("message", "another")));

        // Then
        assertThat(new ObjectMapper().readTree(line).fieldNames())
                .toIterable()
                .containsExactly("@timestamp", "level", "logger", "thread", "message");
        assertThat(line).contains("\"message\":\"started\"").doesNotContain("another");
    }

    private LoggingEvent event(String message, Throwable failure, Map<String, String> resource) {
        Logger logger = context.getLogger("dev.cacheward.operator.CachewardOperator");
        LoggingEvent event = new LoggingEvent("", logger, Level.INFO, message, failure, null);
        event.setInstant(Instant.parse("2026-03-01T10:00:00.123Z"));
        event.setMDCPropertyMap(resource);
        return event;
    }

    private String encoded(ILoggingEvent event) {
        ConsoleAppender<?> appender =
                (ConsoleAppender<?>) context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("stdout");
        return new String(encode(appender.getEncoder(), event), StandardCharsets.UTF_8);
    }

    @SuppressWarnings("unchecked") // both kinds of encoders take these events
    private static byte[] encode(Encoder<?> encoder, ILoggingEvent event) {
        return ((Encoder<ILoggingEvent>) encoder).encode(event);
    }
}
