package dev.cacheward.status;

import java.util.List;
import java.util.stream.Stream;

/**
 * What works, but not as well as it should, or does not concern whether a resource is ready. It stands in the message of Ready
 * and changes nothing else.
 *
 * @param texts whole sentences for a person; no live number, no password
 */
public record Warnings(List<String> texts) {
    /** Keeps a copy. */
    public Warnings {
        texts = List.copyOf(texts);
    }

    /** Nothing to warn of. */
    public static Warnings none() {
        return new Warnings(List.of());
    }

    /** These, and then the others. */
    public Warnings and(Warnings more) {
        return new Warnings(Stream.concat(texts.stream(), more.texts().stream()).toList());
    }

    /** The message, with the warnings behind it if there are any. */
    public String behind(String message) {
        if (texts.isEmpty()) {
            return message;
        }
        return message + (message.endsWith(".") ? "" : ".") + " Warning: " + String.join(" ", texts);
    }
}
