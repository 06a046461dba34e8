package dev.cacheward.cacheprofile.render;

import dev.cacheward.cacheprofile.model.Server;
import dev.cacheward.redis.conf.Rendering;
import io.fabric8.kubernetes.api.model.EmptyDirVolumeSource;
import io.fabric8.kubernetes.api.model.EmptyDirVolumeSourceBuilder;
import io.fabric8.kubernetes.api.model.Quantity;

/** Renders the data folder of a server that keeps nothing. */
final class EmptyData {
    /** In bytes. This is more than a dump has beside the keys. */
    private static final long MARGIN = 64L << 20;

    private EmptyData() {}

    /** Returns a folder with room for a dump of all that {@code maxmemory} allows. */
    static EmptyDirVolumeSource of(Server server) {
        return server.settings().rendering() == Rendering.FIRST
                ? new EmptyDirVolumeSource()
                : new EmptyDirVolumeSourceBuilder()
                        .withSizeLimit(
                                new Quantity(String.valueOf(server.settings().maxMemoryBytes() + MARGIN)))
                        .build();
    }
}
