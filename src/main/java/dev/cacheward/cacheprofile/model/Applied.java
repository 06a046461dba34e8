package dev.cacheward.cacheprofile.model;

import dev.cacheward.configmap.DeliveryOutcome;
import dev.cacheward.status.Cause;
import java.util.Optional;

/**
 * The result of carrying out a plan.
 *
 * @param delivery the result for the ConfigMaps
 * @param server why the server is not as planned; empty if its objects are written
 * @param bindingWritten whether the Secrets with the connection and the Service behind them are written
 * @param drift what somebody had changed on the running server
 */
public record Applied(DeliveryOutcome delivery, Optional<Cause> server, boolean bindingWritten, ServerDrift drift) {
    /** The result for a server of which it is not known whether somebody has changed it. */
    public Applied(DeliveryOutcome delivery, Optional<Cause> server, boolean bindingWritten) {
        this(delivery, server, bindingWritten, ServerDrift.unknown());
    }

    /** Returns the same result with one more cause for the ConfigMaps, if there is one. */
    public Applied andDelivery(Optional<Cause> cause) {
        return new Applied(delivery.and(cause), server, bindingWritten, drift);
    }

    /** Returns the same result with this cause for the server, unless there is one already. */
    public Applied orServer(Optional<Cause> cause) {
        return new Applied(delivery, server.or(() -> cause), bindingWritten, drift);
    }

    /** Returns the result without a plan. */
    public static Applied nothing() {
        return new Applied(DeliveryOutcome.nothing(), Optional.empty(), false);
    }
}
