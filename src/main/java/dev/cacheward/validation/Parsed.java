package dev.cacheward.validation;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The outcome of reading a value that a person wrote: the value, or the reason why it is invalid. */
public sealed interface Parsed<T> {
    /** Applies the one function that fits, and returns its result. */
    <R> R fold(Function<? super T, ? extends R> valid, Function<String, ? extends R> invalid);

    /** Returns the same, or the objection to the value, which quotes the text and says what is allowed. */
    default Parsed<T> unless(Function<? super T, Optional<String>> objection) {
        return fold(value -> objection.apply(value).<Parsed<T>>map(Invalid::new).orElse(this), Invalid::new);
    }

    /** Hands the value to the first consumer, or the message to the second. */
    default void either(Consumer<? super T> valid, Consumer<String> invalid) {
        Runnable told = fold(value -> () -> valid.accept(value), message -> () -> invalid.accept(message));
        told.run();
    }

    /** A value that obeys every rule of its type. */
    record Valid<T>(T value) implements Parsed<T> {
        @Override
        public <R> R fold(Function<? super T, ? extends R> valid, Function<String, ? extends R> invalid) {
            return valid.apply(value);
        }
    }

    /** @param message quotes the text and says what is allowed; the caller knows the field */
    record Invalid<T>(String message) implements Parsed<T> {
        @Override
        public <R> R fold(Function<? super T, ? extends R> valid, Function<String, ? extends R> invalid) {
            return invalid.apply(message);
        }
    }
}
