package dev.cacheward.cli.imports.draft;

import dev.cacheward.cli.imports.report.Item;
import java.util.List;

/**
 * A parameter that a server is given, by a line of {@code redis.conf} or by a flag.
 *
 * @param name in lower case
 * @param arguments after quotes were taken off
 */
public record Directive(Item item, String name, List<String> arguments) {
    /** Keeps a copy. */
    public Directive {
        arguments = List.copyOf(arguments);
    }

    /** Returns the arguments as {@code CONFIG SET} would take them. */
    public String value() {
        return String.join(" ", arguments);
    }
}
