package dev.cacheward.redis.client;

import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;

/** Ends a dialogue at its first failure. It never leaves the gateway, which returns its cause as a reply. */
public final class StepFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Cause failure;
    private final String reply;

    /** @param reply the server's error as it came; empty if there was none */
    public StepFailure(Cause failure, String reply) {
        super(failure.message(), null, false, false);
        this.failure = failure;
        this.reply = reply;
    }

    /** Returns a failure without a reply. */
    static StepFailure of(Reason reason, String message) {
        return new StepFailure(new Cause(reason, message), "");
    }

    /** Returns the failure for an answer that did not come in time. */
    static StepFailure timeout(String step) {
        return of(
                Reason.TIMEOUT,
                "The server takes connections but did not answer to " + step
                        + " in time. Is it short of CPU, stopped, or held"
                        + " up by a slow command (see SLOWLOG)?");
    }

    /** Returns the failure for a connection that was closed before the answer. */
    static StepFailure closed(String step) {
        return of(
                Reason.CONNECTION_CLOSED,
                "The connection was closed instead of an answer to " + step
                        + ". Did the server end (look into its log), or does a proxy stand before it that does not know"
                        + " this command?");
    }

    /** Returns the failure for a server that sent more than any Redis does. */
    static StepFailure tooLong(String step) {
        return of(
                Reason.NOT_REDIS,
                "What listens at the server's address sent more than " + ReplyGuard.MOST_BYTES / 1024
                        + " KiB, which no Redis does here, so the operator closed the connection at " + step
                        + ". Which image runs there, and is anything between it and the operator?");
    }

    /** Returns the failure for an answer that no Redis gives. */
    static StepFailure notRedis(String step) {
        return of(
                Reason.NOT_REDIS,
                "What listens at the server's address gave no answer of a Redis to " + step
                        + ". Which image runs there, and is anything between it and the operator?");
    }

    public Cause failure() {
        return failure;
    }

    /** Whether the server answered with an error that starts with this text. */
    public boolean isReply(String start) {
        return reply.startsWith(start);
    }

    /** Whether the server answered with an error. */
    boolean isError() {
        return !reply.isEmpty();
    }

    String reply() {
        return reply;
    }
}
