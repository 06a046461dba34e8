package dev.cacheward.redis.client;

/** What kind of failure ended a dialogue. Its words depend on whose server it is. */
public enum Trouble {
    /** The server answered with an error. */
    ERROR,
    /** There is no connection: nothing listens, or there is no way to it. */
    REFUSED,
    /** Nothing answers at the address, not even with a refusal. */
    UNREACHABLE,
    /** The host's name leads to no address. */
    NO_ADDRESS,
    /** There is a connection, and no answer in time. */
    TIMEOUT,
    /** The connection was closed in the place of an answer. */
    CLOSED,
    /** The server sent more than any Redis does. */
    TOO_LONG,
    /** The answer is none of a Redis, or a wrong one. */
    WRONG_ANSWER,
    /** The encrypted connection did not come about. */
    TLS,
    /** A dialogue found something by itself, and said it in words. */
    OTHER
}
