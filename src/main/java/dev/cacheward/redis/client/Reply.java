package dev.cacheward.redis.client;

import java.util.function.Function;

/** The outcome of one question to a server. */
public sealed interface Reply<T> {
    /** What one of both makes of it. */
    <R> R fold(Function<? super T, ? extends R> answered, Function<RedisFailure, ? extends R> failed);

    /** The server answered what was asked. */
    record Answered<T>(T value) implements Reply<T> {
        @Override
        public <R> R fold(Function<? super T, ? extends R> answered, Function<RedisFailure, ? extends R> failed) {
            return answered.apply(value);
        }
    }

    /** It did not, or refused. */
    record Failed<T>(RedisFailure failure) implements Reply<T> {
        @Override
        public <R> R fold(Function<? super T, ? extends R> answered, Function<RedisFailure, ? extends R> failed) {
            return failed.apply(failure);
        }
    }
}
