package dev.cacheward.redis.client;

import dev.cacheward.status.Cause;
import java.util.Optional;
import java.util.function.Function;

/** The result of one dialogue with a server. */
public sealed interface Reply<T> {
    /** Applies the first function to an answer, or the second to a failure. */
    <R> R fold(Function<? super T, ? extends R> answered, Function<Cause, ? extends R> failed);

    /** Returns why there is no answer; empty if there is one. */
    default Optional<Cause> failure() {
        return fold(answer -> Optional.empty(), Optional::of);
    }

    /** The server answered every command. */
    record Answered<T>(T value) implements Reply<T> {
        @Override
        public <R> R fold(Function<? super T, ? extends R> answered, Function<Cause, ? extends R> failed) {
            return answered.apply(value);
        }
    }

    /** The server did not answer, or answered with an error. */
    record Failed<T>(Cause cause) implements Reply<T> {
        @Override
        public <R> R fold(Function<? super T, ? extends R> answered, Function<Cause, ? extends R> failed) {
            return failed.apply(cause);
        }
    }
}
