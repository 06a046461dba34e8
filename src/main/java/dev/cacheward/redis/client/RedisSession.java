package dev.cacheward.redis.client;

/**
 * One connection to a server, logged in, with one time limit for all that is asked on it. A command is sent at once and its answer
 * is awaited later, so that several commands cost one round trip.
 */
public interface RedisSession {
    /** Sends a command that is told by its own name where it fails. */
    default Answer send(String command, String... arguments) {
        return sendAs(command, command, arguments);
    }

    /**
     * Sends a command whose name must not be told.
     *
     * @param step what a failure calls it, such as {@code CONFIG SET}
     * @param command what the server calls it
     */
    Answer sendAs(String step, String command, String... arguments);

    /** What the server will answer. Each method waits for it, as long as the session's time lasts. */
    interface Answer {
        /** @throws StepFailure if the answer is an error, late, or no text */
        String text() throws StepFailure;

        /** @throws StepFailure if the answer is an error, late, or no number */
        long number() throws StepFailure;
    }
}
