package dev.cacheward.cacheprofile.plan.roll;

import dev.cacheward.cacheprofile.model.MaxMemory;
import dev.cacheward.cacheprofile.model.volume.DataSize;
import dev.cacheward.redis.client.replication.WriteLoad;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Optional;

/**
 * Says whether a server can be copied within its limit of memory. The copy is made of a snapshot in memory: each page that is
 * written meanwhile is there twice, and the kernel ends a server that gets above its limit, with all of its data. In a test this
 * took less than a second.
 */
final class CopyRoom {
    /** A write changes the pages of the entry, the value and the expiry, and of a key that is evicted for it. */
    private static final long WRITE = 4 * 4096L;

    /** A replica on a busy node loads as much in a second, if the values are short. */
    private static final long BYTES_PER_SECOND = 32L << 20;

    /** The process that sends the snapshot, its pipe and the stream of writes. */
    private static final long SENDER = 8L << 20;

    private CopyRoom() {}

    /** Returns why the server would be ended; empty if it has room, or no limit. */
    static Optional<String> obstacle(Pod server, WriteLoad load) {
        return limit(server)
                .filter(limit -> need(load) > limit)
                .map(limit -> "while it is copied under its present writes it may need " + DataSize.quantity(need(load))
                        + " of memory, and its limit is " + DataSize.quantity(limit)
                        + ". Raise resources.limits.memory without maxMemory, or try it when less is written");
    }

    /** Returns the bytes of the server, of the pages that are there twice, and of the writes that wait for the replica. */
    static long need(WriteLoad load) {
        long seconds = 1 + load.memory() / BYTES_PER_SECOND;
        long kept = load.input() * seconds;
        return load.memory() + SENDER + Math.min(load.memory(), load.writes() * WRITE * seconds + kept) + kept;
    }

    /** Returns what the kernel allows the running container, which is not what its pod asks for while that is resized. */
    private static Optional<Long> limit(Pod server) {
        return Optional.ofNullable(server.getStatus())
                .flatMap(status -> status.getContainerStatuses().stream()
                        .filter(container -> container.getName().equals(name(server)))
                        .flatMap(container -> Optional.ofNullable(container.getResources()).stream())
                        .flatMap(resources -> MaxMemory.limit(resources).stream())
                        .findFirst())
                .or(() -> Optional.ofNullable(
                                server.getSpec().getContainers().get(0).getResources())
                        .flatMap(MaxMemory::limit))
                .map(limit -> Quantity.getAmountInBytes(limit).longValue());
    }

    private static String name(Pod server) {
        return server.getSpec().getContainers().get(0).getName();
    }
}
