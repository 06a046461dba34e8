package dev.cacheward.redis.client;

import java.util.List;

/**
 * A connection to a server after the login, with one time limit for all commands. A command is sent at once and its answer is
 * awaited later, so that several commands cost one round trip.
 */
public interface RedisSession {
    /** Sends a command. A failure names the command. */
    default Answer send(String command, String... arguments) {
        return sendAs(command, command, arguments);
    }

    /**
     * Sends a command whose name is secret.
     *
     * @param step the name in a failure, such as {@code CONFIG SET}
     * @param command the name on the server
     */
    Answer sendAs(String step, String command, String... arguments);

    /** The answer of the server. Each method waits for it until the session's time limit. */
    interface Answer {
        /** @throws StepFailure if the answer is an error, late, or no text */
        String text() throws StepFailure;

        /** @throws StepFailure if the answer is an error, late, or no number */
        long number() throws StepFailure;

        /**
         * Returns the elements of an array, and of the arrays in it, one after the other; a null is an empty text.
         *
         * @throws StepFailure if the answer is an error, late, or no array
         */
        List<String> texts() throws StepFailure;

        /**
         * Returns the arrays in an array, each with its elements as {@link #texts} has them.
         *
         * @throws StepFailure if the answer is an error, late, or no array
         */
        default List<List<String>> groups() throws StepFailure {
            return List.of(texts());
        }
    }
}
