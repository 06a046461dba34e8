package dev.cacheward.cacheprofile.external;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.CacheProfileStatus;
import dev.cacheward.cacheprofile.model.Applied;
import dev.cacheward.cacheprofile.plan.PublishedConnection;
import dev.cacheward.cacheprofile.plan.external.ExternalPlan;
import dev.cacheward.configmap.Deliveries;
import dev.cacheward.configmap.DeliveryOutcome;
import dev.cacheward.kubernetes.Labels;
import dev.cacheward.kubernetes.OrderedWrites;
import dev.cacheward.kubernetes.Owner;
import dev.cacheward.kubernetes.Writer;
import dev.cacheward.status.Cause;
import dev.cacheward.status.PreviousStatus;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Optional;

/** Carries out a plan: writes what is delivered and published, and deletes what is no longer wanted. */
final class ExternalApplier {
    private final Writer writer;
    private final Deliveries deliveries;

    ExternalApplier(Writer writer, Deliveries deliveries) {
        this.writer = writer;
        this.deliveries = deliveries;
    }

    Applied apply(CacheProfile resource, ExternalPlan plan, PreviousStatus<CacheProfileStatus> before) {
        Owner owner = plan.profile().owner();
        DeliveryOutcome delivery = deliveries.write(resource, plan.profile().deliveries(), before);
        Optional<Cause> refused = plan.connection()
                .flatMap(connection -> new OrderedWrites(writer, owner, before.hasNameConflict())
                        .inOrder(List.of(connection.binding(), connection.environment())));
        Optional<Cause> volume = plan.volume()
                .flatMap(claim -> new OrderedWrites(writer, owner, before.hasNameConflict()).inOrder(List.of(claim)));
        boolean written = plan.connection().isPresent() && refused.isEmpty();
        boolean returned = written
                && plan.connection().filter(PublishedConnection::returned).isPresent();
        Applied applied = new Applied(delivery.broughtAlso(returned), refused.or(() -> volume), written);
        return refused.isPresent() ? applied : remove(plan, owner, applied);
    }

    private Applied remove(ExternalPlan plan, Owner owner, Applied applied) {
        Applied result = applied;
        for (HasMetadata leftover : plan.leftovers()) {
            if (!isDelivery(leftover)) {
                result = result.orServer(writer.delete(leftover, owner));
            } else if (leftover instanceof ConfigMap map && applied.delivery().frees(map)) {
                result = result.andDelivery(writer.delete(map, owner));
            }
        }
        return result;
    }

    private static boolean isDelivery(HasMetadata object) {
        return Labels.DELIVERY.equals(object.getMetadata().getLabels().get(Labels.COMPONENT));
    }
}
