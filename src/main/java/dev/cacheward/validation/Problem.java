package dev.cacheward.validation;

/**
 * What is wrong with one field of a spec, in words for its author.
 *
 * @param field path as the author writes it, such as {@code spec.ttls.query_result}
 * @param message quotes the value and says what is allowed
 */
public record Problem(String field, String message) {
    @Override
    public String toString() {
        return field + ": " + message;
    }
}
