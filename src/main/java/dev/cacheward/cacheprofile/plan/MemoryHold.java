package dev.cacheward.cacheprofile.plan;

import dev.cacheward.cacheprofile.model.MaxMemory;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.RolloutStep;
import dev.cacheward.cacheprofile.model.Server;
import dev.cacheward.cacheprofile.model.volume.DataSize;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Holds a change that lowers the memory limit below what the data on the volume needs. A server loads all of its data whatever
 * maxmemory and the eviction policy say, so the kernel would end it again and again.
 */
final class MemoryHold {
    private MemoryHold() {}

    static Optional<RolloutStep> of(Server server, Observed observed) {
        Optional<Quantity> limit = MaxMemory.limit(server.resources());
        return limit.filter(wanted -> server.persistent() && lowers(wanted, observed))
                .flatMap(wanted -> observed.volume()
                        .dataBytes()
                        .filter(data -> isBelow(wanted, BigDecimal.valueOf(DataSize.limitFor(data))))
                        .map(data -> hold(wanted, data, observed)));
    }

    private static RolloutStep hold(Quantity wanted, long data, Observed observed) {
        boolean serves = observed.server().servingPod().isPresent();
        return new RolloutStep.Hold(new Cause(
                Reason.MEMORY_BELOW_DATA,
                "resources.limits.memory of " + wanted + " is less than the data on the volume needs: it takes about "
                        + DataSize.quantity(data) + " of memory, and a server loads all of it, whatever maxMemory says."
                        + " Allowed is " + DataSize.quantity(DataSize.limitFor(data))
                        + " or more. To get below that, lower maxMemory alone first, if evictionPolicy may evict the"
                        + " keys, or delete keys; then lower the limit."
                        + (serves
                                ? " The running server serves on as before."
                                : " The server stays as it was before.")));
    }

    private static boolean lowers(Quantity wanted, Observed observed) {
        return observed.server()
                .statefulSet()
                .map(MemoryHold::resources)
                .filter(running -> MaxMemory.limit(running)
                        .map(before -> isBelow(wanted, Quantity.getAmountInBytes(before)))
                        .orElse(true))
                .isPresent();
    }

    private static ResourceRequirements resources(StatefulSet live) {
        return Optional.ofNullable(live.getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers()
                        .get(0)
                        .getResources())
                .orElseGet(ResourceRequirements::new);
    }

    private static boolean isBelow(Quantity limit, BigDecimal bytes) {
        return Quantity.getAmountInBytes(limit).compareTo(bytes) < 0;
    }
}
