package dev.cacheward.status;

/** The outcome of reading a value that a person wrote: the value, or why it is none. */
public sealed interface Parsed<T> {
    /** A value that obeys every rule of its type. */
    record Valid<T>(T value) implements Parsed<T> {}

    /** @param message quotes the text and says what is allowed; the caller knows the field */
    record Invalid<T>(String message) implements Parsed<T> {}
}
