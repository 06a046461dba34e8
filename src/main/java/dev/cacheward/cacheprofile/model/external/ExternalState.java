package dev.cacheward.cacheprofile.model.external;

import dev.cacheward.redis.client.external.ExternalAnswer;
import dev.cacheward.status.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a Redis of somebody else.
 *
 * @param failure why it does not serve; empty if it passed the last check
 * @param proven whether the last question was answered as it should be; a failure of a moment is not told, and proves nothing
 * @param answer what it showed in the last full check that it passed; empty before one, and where nobody can log in for the check
 * @param answeredAt when that was
 * @param open whether it takes everybody, although applications log in
 * @param again when there is something new to ask
 */
public record ExternalState(
        Optional<Cause> failure,
        boolean proven,
        Optional<ExternalAnswer> answer,
        Optional<Instant> answeredAt,
        boolean open,
        Duration again) {
    public boolean passed() {
        return failure.isEmpty();
    }
}
