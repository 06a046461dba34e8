package dev.cacheward.redis;

/** Ends a dialogue at its first failure; it never leaves the gateway. */
final class StepFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient RedisFailure failure;

    StepFailure(RedisFailure failure) {
        super(failure.message(), null, false, false);
        this.failure = failure;
    }

    RedisFailure failure() {
        return failure;
    }
}
