package dev.cacheward.validation;

/** What a test expects of a {@link Parsed}; anything else fails with what was found. */
public final class ExpectedParsed {
    private ExpectedParsed() {}

    /** The value of a text that is expected to be valid. */
    public static <T> T value(Parsed<T> parsed) {
        if (parsed instanceof Parsed.Valid<T> valid) {
            return valid.value();
        }
        throw new AssertionError("expected a value, but got " + parsed);
    }

    /** The message of a refusal that is expected. */
    public static <T> String message(Parsed<T> parsed) {
        if (parsed instanceof Parsed.Invalid<T> invalid) {
            return invalid.message();
        }
        throw new AssertionError("expected a refusal, but got " + parsed);
    }
}
