package dev.cacheward.cli.yaml;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Makes nodes of a text. The library goes down one call of its own for each level, and so a deep text would overflow its stack. */
public final class BoundedYaml {
    private BoundedYaml() {}

    /**
     * Returns the documents of a text, each made when it is asked for.
     *
     * @param deepest levels of lists and maps; one more is a {@code ParserException} with its place
     */
    public static Iterable<Node> compose(LoadSettings settings, String text, int deepest) {
        return () -> new Composer(
                settings, new Bounded(new ParserImpl(settings, new StreamReader(settings, text)), deepest));
    }

    /** Counts the levels that are open. */
    private static final class Bounded implements Parser {
        private final Parser parser;
        private final int deepest;
        private int depth;

        Bounded(Parser parser, int deepest) {
            this.parser = parser;
            this.deepest = deepest;
        }

        @Override
        public boolean checkEvent(Event.ID choice) {
            return parser.checkEvent(choice);
        }

        @Override
        public Event peekEvent() {
            return parser.peekEvent();
        }

        @Override
        public boolean hasNext() {
            return parser.hasNext();
        }

        @Override
        public Event next() {
            Event event = parser.next();
            if (event instanceof CollectionStartEvent && ++depth > deepest) {
                throw new ParserException(
                        "it is nested too deeply: allowed are " + deepest + " levels", event.getStartMark());
            }
            if (event.getEventId() == Event.ID.MappingEnd || event.getEventId() == Event.ID.SequenceEnd) {
                depth--;
            }
            return event;
        }
    }
}
