package dev.cacheward.cacheprofile.model;

import dev.cacheward.configmap.DeliveryOutcome;
import dev.cacheward.status.Cause;
import java.util.Optional;

/**
 * What became of a plan.
 *
 * @param delivery what became of the ConfigMaps
 * @param server why the server is not what was planned; empty: its objects are written
 * @param bindingWritten whether the Secrets with the connection are written, and what they lead to
 */
public record Applied(DeliveryOutcome delivery, Optional<Cause> server, boolean bindingWritten) {
    /** The same, with one more cause that concerns the ConfigMaps, if there is one. */
    public Applied andDelivery(Optional<Cause> cause) {
        return new Applied(delivery.and(cause), server, bindingWritten);
    }

    /** The same, with a cause that concerns the server and counts if there was none. */
    public Applied orServer(Optional<Cause> cause) {
        return new Applied(delivery, server.or(() -> cause), bindingWritten);
    }

    /** There was no plan. */
    public static Applied nothing() {
        return new Applied(DeliveryOutcome.nothing(), Optional.empty(), false);
    }
}
