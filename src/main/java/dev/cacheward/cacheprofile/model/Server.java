package dev.cacheward.cacheprofile.model;

import dev.cacheward.api.v1alpha1.BindAddress;
import dev.cacheward.api.v1alpha1.NetworkAccess;
import dev.cacheward.api.v1alpha1.PersistenceMode;
import dev.cacheward.redis.conf.ServerSettings;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.Optional;
import java.util.Set;

/** The Redis that a profile asks for. */
public record Server(
        String image,
        ResourceRequirements resources,
        ServerSettings settings,
        DataVolume volume,
        Set<BindAddress> bind,
        Optional<NetworkAccess> network,
        PodAdditions pod) {

    public boolean persistent() {
        return settings.persistence() != PersistenceMode.NONE;
    }

    /** Returns the same server with another persistence mode. */
    public Server withPersistence(PersistenceMode mode) {
        ServerSettings s = settings;
        ServerSettings changed = new ServerSettings(
                s.maxMemoryBytes(),
                s.evictionPolicy(),
                mode,
                s.fsync(),
                s.parameters(),
                s.disabledCommands(),
                s.allowedCommands());
        return new Server(image, resources, changed, volume, bind, network, pod);
    }
}
