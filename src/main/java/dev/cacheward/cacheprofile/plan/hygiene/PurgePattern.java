package dev.cacheward.cacheprofile.plan.hygiene;

import dev.cacheward.kubernetes.ResourceAnnotations;
import dev.cacheward.redis.client.keys.PurgeDialogue;
import dev.cacheward.validation.Quote;
import java.util.Optional;

/**
 * Says which patterns a purge takes: those of Redis that begin with at least one character that means itself. All others could match
 * every key, which is what the disabled FLUSHDB does.
 */
final class PurgePattern {
    /** In characters. */
    static final int LONGEST = 256;

    /** Each multiplies the time that Redis takes for a key that does not match. */
    private static final int STARS = 5;

    private static final String ALLOWED = ": allowed is a pattern of Redis of at most " + LONGEST
            + " characters that begins with what the keys begin with, such as cache:dataset:*";

    private PurgePattern() {}

    /** Says why nothing is deleted by this value of the annotation; empty if it is a pattern to purge by. */
    static Optional<String> objection(String value) {
        return why(value)
                .map(why ->
                        "Annotation " + ResourceAnnotations.PURGE + ": " + Quote.of(value) + " " + why + ALLOWED + ".");
    }

    private static Optional<String> why(String value) {
        if (value.isEmpty()) {
            return Optional.of("is empty");
        }
        if (value.length() > LONGEST) {
            return Optional.of("is too long");
        }
        if (!value.equals(value.strip()) || !value.equals(Quote.printable(value))) {
            return Optional.of("has blanks at an end, or characters that nobody sees (write ? for one)");
        }
        if ("*?[".indexOf(value.charAt(0)) >= 0) {
            return Optional.of("begins with a wildcard, so that it could match every key");
        }
        return syntax(value);
    }

    private static Optional<String> syntax(String value) {
        String bare = value.replaceAll("\\\\.", "x");
        if (bare.endsWith("\\")) {
            return Optional.of("ends with a backslash that escapes nothing");
        }
        if (bare.replaceAll("\\[[^\\]]*\\]", "x").contains("[")) {
            return Optional.of("has a '[' without its ']'");
        }
        if (bare.chars().filter(character -> character == '*').count() > STARS) {
            return Optional.of("has more than " + STARS + " '*', which keeps Redis busy for long at each key");
        }
        return value.replace("\\", "").startsWith(PurgeDialogue.OWN)
                ? Optional.of("names keys of the operator itself, which stay")
                : Optional.empty();
    }
}
