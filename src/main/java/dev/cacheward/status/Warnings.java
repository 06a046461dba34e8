package dev.cacheward.status;

import java.util.List;
import java.util.stream.Stream;

/**
 * Warnings do not keep a resource from being ready. They follow the message of Ready and change nothing else.
 *
 * @param texts whole sentences for a person; no live number, no password
 */
public record Warnings(List<String> texts) {
    /** Keeps a copy. */
    public Warnings {
        texts = List.copyOf(texts);
    }

    /** Returns no warnings. */
    public static Warnings none() {
        return new Warnings(List.of());
    }

    /** Returns these warnings, followed by the others. */
    public Warnings and(Warnings more) {
        return new Warnings(Stream.concat(texts.stream(), more.texts().stream()).toList());
    }

    /** Returns the message, followed by the warnings that it does not say itself, if there are any. */
    public String behind(String message) {
        List<String> news =
                texts.stream().filter(text -> !message.contains(text)).toList();
        if (news.isEmpty()) {
            return message;
        }
        boolean ended = message.endsWith(".") || message.endsWith("?");
        return message + (ended ? "" : ".") + " Warning: " + String.join(" ", news);
    }
}
