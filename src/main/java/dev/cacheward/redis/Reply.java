package dev.cacheward.redis;

/** The outcome of one question to a server. */
public sealed interface Reply<T> {
    /** The server answered what was asked. */
    record Answered<T>(T value) implements Reply<T> {}

    /** It did not, or refused. */
    record Failed<T>(RedisFailure failure) implements Reply<T> {}
}
