package dev.cacheward.runtime.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets the form of all log lines and the level of the operator's own. Libraries keep the level that {@code logback.xml} gives
 * them.
 */
public final class Logging {
    private static final String OURS = "dev.cacheward";

    private Logging() {}

    /** Applies to the whole process at once. */
    public static void apply(LogLevel level, LogFormat format) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            apply(level, format, context);
        }
    }

    static void apply(LogLevel level, LogFormat format, LoggerContext context) {
        context.getLogger(OURS).setLevel(Level.valueOf(level.name()));
        Appender<ILoggingEvent> stdout =
                context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("stdout");
        if (format == LogFormat.JSON && stdout instanceof OutputStreamAppender<ILoggingEvent> stream) {
            JsonLines encoder = new JsonLines();
            encoder.setContext(context);
            encoder.start();
            stream.setEncoder(encoder);
        }
    }
}
