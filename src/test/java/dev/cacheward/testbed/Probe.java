package dev.cacheward.testbed;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Whether a Redis answers, asked as the user {@code probe}. As the pod's own readiness probe has it, any answer will do
 * but for those of a server that is not there yet; one lost answer is forgiven, so a frozen server counts as lost after
 * about {@code 2 * (timeout + pause)}.
 */
final class Probe {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int FAILURES = 2;

    private final RedisEndpoint endpoint;
    private int failures = FAILURES;

    Probe(RedisEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    boolean isReady(Optional<String> password) {
        failures = answers(password) ? 0 : failures + 1;
        return failures < FAILURES;
    }

    private boolean answers(Optional<String> password) {
        try (Resp redis = Resp.connect(endpoint, TIMEOUT)) {
            if (password.isPresent()) {
                redis.call("AUTH", "probe", password.get());
            }
            String answer = redis.call("PING");
            return !answer.startsWith("-LOADING") && !answer.startsWith("-MASTERDOWN");
        } catch (IOException e) {
            return false;
        }
    }
}
