package dev.cacheward.cacheprofile.report;

import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import java.util.Optional;

/** Says that a server is on its way. */
public final class StartProgress {
    public static final Cause RESTARTING =
            new Cause(Reason.RESTARTING, "The Redis pod is being replaced by a new one.");

    private static final Cause PROVISIONING =
            new Cause(Reason.PROVISIONING, "The Redis pod is being started; it is checked as soon as it is ready.");

    private StartProgress() {}

    /**
     * Returns the cause while the server is coming up. A restart is reported as such until it is over, so that the condition
     * does not change in between.
     *
     * @param before the reason before this look, if there was one
     */
    public static Cause of(Optional<Reason> before) {
        return before.equals(Optional.of(Reason.RESTARTING)) ? RESTARTING : PROVISIONING;
    }
}
