package dev.cacheward.restart;

import dev.cacheward.delivery.RestartPlan;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The value of a mark. It says what the pods have read: {@code keys.connection.restarts}, without the empty parts at the end. An
 * earlier release wrote the first part alone; such a value says nothing about the connection, and an upgrade changes none.
 *
 * @param keys the hash of the delivered keys
 * @param connection the revision of the connection; empty if none was known
 * @param restarts how often the pods were replaced although neither of the others changed
 */
record MarkValue(String keys, String connection, int restarts) {
    private static final Pattern FORM = Pattern.compile("([^.]*)(?:\\.([^.]*)(?:\\.([0-9]{1,8}))?)?");

    /** Reads any text; one that no release ever wrote equals no mark. */
    static MarkValue parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return new MarkValue(text, "", 0);
        }
        return new MarkValue(
                parts.group(1),
                Optional.ofNullable(parts.group(2)).orElse(""),
                Optional.ofNullable(parts.group(3)).map(Integer::parseInt).orElse(0));
    }

    /**
     * Whether pods with this mark have read what they must. While a key is in conflict, their keys count for nothing; a first mark
     * has time until that is over.
     */
    boolean covers(RestartPlan wanted) {
        if (!wanted.complete() && keys.isEmpty()) {
            return true;
        }
        boolean connected = !wanted.connects()
                || wanted.connection().map(connection::equals).orElse(true);
        return (!wanted.complete() || keys.equals(wanted.keys())) && connected;
    }

    /**
     * Returns the mark of pods that start now: they read the published connection, whether the server takes it yet or not. Those
     * that start while a key is in conflict start once more when it is over.
     */
    MarkValue changed(RestartPlan wanted) {
        if (!wanted.complete()) {
            return new MarkValue(keys, wanted.connection().orElse(connection), restarts);
        }
        return new MarkValue(wanted.keys(), wanted.connection().orElse(connection), 0);
    }

    /** Returns the mark after one more restart without such a change. */
    MarkValue restarted(RestartPlan wanted) {
        return new MarkValue(keys, wanted.connection().orElse(connection), restarts + 1);
    }

    /** Returns the value of the annotation. */
    String text() {
        if (restarts > 0) {
            return keys + "." + connection + "." + restarts;
        }
        return connection.isEmpty() ? keys : keys + "." + connection;
    }
}
