package dev.cacheward.redis.client;

import dev.cacheward.status.Cause;
import java.util.Optional;
import java.util.function.Function;

/** The outcome of one question to a server. */
public sealed interface Reply<T> {
    /** What one of both makes of it. */
    <R> R fold(Function<? super T, ? extends R> answered, Function<Cause, ? extends R> failed);

    /** Why there is no answer; empty if there is one. */
    default Optional<Cause> failure() {
        return fold(answer -> Optional.empty(), Optional::of);
    }

    /** The server answered what was asked. */
    record Answered<T>(T value) implements Reply<T> {
        @Override
        public <R> R fold(Function<? super T, ? extends R> answered, Function<Cause, ? extends R> failed) {
            return answered.apply(value);
        }
    }

    /** It did not, or refused. */
    record Failed<T>(Cause cause) implements Reply<T> {
        @Override
        public <R> R fold(Function<? super T, ? extends R> answered, Function<Cause, ? extends R> failed) {
            return failed.apply(cause);
        }
    }
}
