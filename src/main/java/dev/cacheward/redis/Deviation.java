package dev.cacheward.redis;

/**
 * Something on a running server that is not as its files say.
 *
 * @param name of the parameter or the user; empty for the role
 * @param words what was found, as the beginning of a sentence in the past tense; nothing secret
 */
public record Deviation(Kind kind, String name, String words) {
    /** What there is on a server that somebody can change by hand. */
    public enum Kind {
        /** A parameter of {@code redis.conf}. */
        PARAMETER,
        /** A user of {@code users.acl}, or one that is not in it. */
        USER,
        /** Whether the server takes writes, or follows another. */
        ROLE
    }
}
