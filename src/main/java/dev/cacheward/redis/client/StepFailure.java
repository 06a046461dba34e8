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

    /** Returns the failure for an answer that did not come in time. */
    static StepFailure timeout(String step) {
        return new StepFailure(
                new Cause(
                        Reason.TIMEOUT,
                        "The server takes connections but did not answer to " + step
                                + " in time. Is it short of CPU, stopped, or held"
                                + " up by a slow command (see SLOWLOG)?"),
                "");
    }

    /** Returns the failure for an answer that no Redis gives. */
    static StepFailure notRedis(String step) {
        return new StepFailure(
                new Cause(
                        Reason.NOT_REDIS,
                        "What listens at the server's address gave no answer of a Redis to " + step
                                + ". Which image runs there, and is anything between it and the operator?"),
                "");
    }

    public Cause failure() {
        return failure;
    }

    /** Whether the server answered with an error that starts with this text. */
    boolean isReply(String start) {
        return reply.startsWith(start);
    }

    String reply() {
        return reply;
    }
}
