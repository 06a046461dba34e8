package dev.cacheward.cacheprofile.render.probe;

/**
 * The answers to PING that count, as patterns of a shell's {@code case}. The text decides, since the exit code of {@code
 * redis-cli} is not reliable: it is 0 for MISCONF, and 1 with an empty output if there are too many clients.
 */
final class Answers {
    /**
     * The answers that count as ready. They include errors that a restart or less traffic would not cure, since a single
     * replica cannot fail over.
     */
    static final String SERVES = "*PONG*|*MISCONF*|*BUSY*|*NOAUTH*|*WRONGPASS*|*NOPERM*|*'max number of clients'*";

    /** The answers that count as alive besides those. */
    static final String STARTS = "|*LOADING*|*MASTERDOWN*";

    /**
     * What a client says that the server has cut, and which count as well: with too many clients that may come before the answer
     * that says so. Only a server that runs cuts a connection.
     */
    static final String CUT = "|*'reset by peer'*|*'closed the connection'*";

    private Answers() {}
}
