package dev.cacheward.runtime;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import dev.cacheward.validation.Quote;
import java.nio.charset.StandardCharsets;
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
            JsonEncoder encoder = json();
            encoder.setContext(context);
            encoder.start();
            stream.setEncoder(encoder);
        }
    }

    /**
     * Returns an encoder that writes the time (in milliseconds since 1970), level, thread, logger, message, exception, and the
     * resource under {@code mdc}.
     */
    private static JsonEncoder json() {
        JsonEncoder encoder = new PrintableJson();
        encoder.setWithSequenceNumber(false);
        encoder.setWithNanoseconds(false);
        encoder.setWithContext(false);
        encoder.setWithMarkers(false);
        encoder.setWithKVPList(false);
        encoder.setWithArguments(false);
        encoder.setWithMessage(false);
        encoder.setWithFormattedMessage(true);
        return encoder;
    }

    /** JSON whose strings hold what nobody sees as escapes, too. */
    private static final class PrintableJson extends JsonEncoder {
        @Override
        public byte[] encode(ILoggingEvent event) {
            String line = new String(super.encode(event), StandardCharsets.UTF_8);
            return (Quote.printable(line.stripTrailing()) + "\n").getBytes(StandardCharsets.UTF_8);
        }
    }
}
