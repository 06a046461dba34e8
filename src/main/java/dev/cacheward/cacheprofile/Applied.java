package dev.cacheward.cacheprofile;

import dev.cacheward.api.v1alpha1.Delivered;
import dev.cacheward.status.Cause;
import java.util.List;
import java.util.Optional;

/**
 * What became of a plan.
 *
 * @param delivery what stood in the way of the ConfigMaps
 * @param server why the server is not what was planned; empty: its objects are written
 * @param published whether the Secrets with the connection are written, and what they lead to
 * @param delivered what the ConfigMaps hold; those that could not be written are missing
 */
record Applied(Optional<Cause> delivery, Optional<Cause> server, boolean published, List<Delivered> delivered) {
    /** The same, with a trouble of the ConfigMaps that counts if there was none. */
    Applied orDelivery(Optional<Cause> trouble) {
        return new Applied(delivery.or(() -> trouble), server, published, delivered);
    }

    /** The same, with a trouble of the server that counts if there was none. */
    Applied orServer(Optional<Cause> trouble) {
        return new Applied(delivery, server.or(() -> trouble), published, delivered);
    }

    /** There was no plan. */
    static Applied nothing() {
        return new Applied(Optional.empty(), Optional.empty(), false, List.of());
    }
}
