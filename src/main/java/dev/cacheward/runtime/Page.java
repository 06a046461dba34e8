package dev.cacheward.runtime;

import java.util.List;
import java.util.Optional;

/**
 * An answer to a GET.
 *
 * @param status the HTTP status code
 */
public record Page(int status, String contentType, String body) {
    private static final String TEXT = "text/plain; charset=utf-8";

    /** Returns a page of plain text with status 200. */
    public static Page text(String body) {
        return new Page(200, TEXT, body);
    }

    /** Returns the answer to a probe: 200 if nothing is wrong, else 503 with the text that says what is. */
    public static Page probe(Optional<String> wrong) {
        return wrong.map(what -> new Page(503, TEXT, what + "\n")).orElseGet(() -> text("ok\n"));
    }

    static Page missing(List<String> paths) {
        return new Page(404, TEXT, "There are " + String.join(", ", paths) + ".\n");
    }

    static Page busy() {
        return new Page(503, TEXT, "Too many requests for this page are being answered.\n");
    }

    static Page notAllowed() {
        return new Page(405, TEXT, "Allowed are GET and HEAD.\n");
    }
}
