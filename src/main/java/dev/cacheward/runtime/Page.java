package dev.cacheward.runtime;

import java.util.List;
import java.util.Optional;

/**
 * An answer to a GET.
 *
 * @param status of HTTP
 */
public record Page(int status, String contentType, String body) {
    private static final String TEXT = "text/plain; charset=utf-8";

    /** What was asked for, as text. */
    public static Page text(String body) {
        return new Page(200, TEXT, body);
    }

    /** The answer to a probe: 200 if nothing is wrong, else 503 with what is. */
    public static Page probe(Optional<String> wrong) {
        return wrong.map(what -> new Page(503, TEXT, what + "\n")).orElseGet(() -> text("ok\n"));
    }

    static Page missing(List<String> paths) {
        return new Page(404, TEXT, "There are " + String.join(", ", paths) + ".\n");
    }

    static Page notAllowed() {
        return new Page(405, TEXT, "Allowed are GET and HEAD.\n");
    }
}
