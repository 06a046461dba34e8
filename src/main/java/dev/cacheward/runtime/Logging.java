package dev.cacheward.runtime;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import org.slf4j.LoggerFactory;

/** The level of the operator's own lines; libraries keep what {@code logback.xml} gives them. */
public final class Logging {
    private static final String OURS = "dev.cacheward";

    private Logging() {}

    /** Holds for the whole process, at once. */
    public static void apply(LogLevel level) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            apply(level, context);
        }
    }

    static void apply(LogLevel level, LoggerContext context) {
        context.getLogger(OURS).setLevel(Level.valueOf(level.name()));
    }
}
