package dev.cacheward.cli.check.result;

import dev.cacheward.cli.manifest.Place;
import java.util.Optional;

/**
 * Something that was found in a file.
 *
 * @param resource such as {@code CacheProfile shop}; empty if it concerns the file
 * @param said what is wrong
 */
public record Finding(Level level, Rule rule, Place place, Optional<String> resource, Message said) {
    /**
     * What is said of a field.
     *
     * @param field as the API server or the operator names it; empty if it concerns no field
     * @param text in the words of the API server or the operator
     * @param hint what may have been meant
     */
    public record Message(String field, String text, Optional<String> hint) {
        /** Returns the field, if there is one, and the message. */
        public String withField() {
            return field.isEmpty() ? text : field + ": " + text;
        }
    }
}
