package dev.cacheward.redis.client;

/** Ends a dialogue at its first failure; it never leaves the gateway. */
final class StepFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient RedisFailure failure;
    private final String reply;

    /** @param reply the server's error as it came; empty if there was none */
    StepFailure(RedisFailure failure, String reply) {
        super(failure.message(), null, false, false);
        this.failure = failure;
        this.reply = reply;
    }

    RedisFailure failure() {
        return failure;
    }

    /** Whether the server answered with an error of that beginning. */
    boolean isReply(String start) {
        return reply.startsWith(start);
    }

    String reply() {
        return reply;
    }
}
