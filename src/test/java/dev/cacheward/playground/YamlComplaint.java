package dev.cacheward.playground;

import com.fasterxml.jackson.core.JacksonException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The YAML parser's complaint in one line: its own quotes the file twice and names a reader that nobody knows. */
final class YamlComplaint {
    private static final String PLACE = "in 'reader', ";

    private YamlComplaint() {}

    static String of(Throwable error) {
        Throwable cause = error;
        while (!(cause instanceof JacksonException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        String text = cause instanceof JacksonException e ? e.getOriginalMessage() : String.valueOf(cause.getMessage());
        return String.join(" ", essence(text));
    }

    private static List<String> essence(String text) {
        List<String> kept = new ArrayList<>();
        for (Iterator<String> lines = text.lines().map(String::strip).iterator(); lines.hasNext(); ) {
            String line = lines.next();
            if (line.startsWith(PLACE)) {
                kept.add("(" + line.substring(PLACE.length()).replaceAll("[:,]? column.*", "") + ")");
                if (lines.hasNext()) {
                    lines.next();
                }
            } else if (!line.isEmpty() && !line.equals("^")) {
                kept.add(line);
            }
        }
        return kept;
    }
}
