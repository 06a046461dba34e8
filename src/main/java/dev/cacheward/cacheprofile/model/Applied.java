package dev.cacheward.cacheprofile.model;

import dev.cacheward.configmap.DeliveryOutcome;
import dev.cacheward.status.Cause;
import java.util.Optional;

/**
 * What became of a plan.
 *
 * @param delivery what became of the ConfigMaps
 * @param server why the server is not what was planned; empty: its objects are written
 * @param published whether the Secrets with the connection are written, and what they lead to
 */
public record Applied(DeliveryOutcome delivery, Optional<Cause> server, boolean published) {
    /** The same, with one more trouble of the ConfigMaps, if it is one. */
    public Applied andDelivery(Optional<Cause> trouble) {
        return new Applied(delivery.and(trouble), server, published);
    }

    /** The same, with a trouble of the server that counts if there was none. */
    public Applied orServer(Optional<Cause> trouble) {
        return new Applied(delivery, server.or(() -> trouble), published);
    }

    /** There was no plan. */
    public static Applied nothing() {
        return new Applied(DeliveryOutcome.nothing(), Optional.empty(), false);
    }
}
