package dev.cacheward.runtime.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.pattern.CompositeConverter;
import dev.cacheward.validation.Quote;

/**
 * Makes one printable line of bounded length from a part of a log pattern. Messages and exceptions may hold what a server, a
 * container or the API server said. {@code logback.xml} names this class.
 */
public final class PrintableLine extends CompositeConverter<ILoggingEvent> {
    /** In chars. A stack trace with its causes is far shorter. */
    private static final int LONGEST = 64 * 1024;

    @Override
    protected String transform(ILoggingEvent event, String text) {
        return Quote.shortened(Quote.printable(text.stripTrailing()), LONGEST) + System.lineSeparator();
    }
}
