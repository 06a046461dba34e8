package dev.cacheward.cacheprofile.plan.external;

import dev.cacheward.cacheprofile.model.ProfileBasics;
import dev.cacheward.cacheprofile.plan.PublishedConnection;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import java.util.List;
import java.util.Optional;

/**
 * What is written for a profile whose Redis somebody else runs. Nothing is written to that Redis.
 *
 * @param connection what is published; empty if the Secrets stay as they are
 * @param volume the claim of a managed server, as its deletion policy wants it; empty without one
 * @param leftovers objects of ours that are no longer wanted, in the order in which they are deleted
 * @param leaving whether a managed server is still there, which goes some time after the move
 */
public record ExternalPlan(
        ProfileBasics profile,
        Optional<PublishedConnection> connection,
        Optional<PersistentVolumeClaim> volume,
        List<HasMetadata> leftovers,
        boolean leaving) {
    /** Returns the revision of the connection; empty if pods cannot be told by it. */
    public Optional<String> revision() {
        return connection.flatMap(PublishedConnection::known);
    }
}
