package dev.cacheward.cacheprofile.model;

import dev.cacheward.api.v1alpha1.BindAddress;
import dev.cacheward.api.v1alpha1.IssuerReference;
import dev.cacheward.api.v1alpha1.NetworkAccess;
import dev.cacheward.api.v1alpha1.PersistenceMode;
import dev.cacheward.cacheprofile.model.volume.DataVolume;
import dev.cacheward.redis.conf.Rendering;
import dev.cacheward.redis.conf.ServerSettings;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.Optional;
import java.util.Set;

/**
 * The Redis that a profile asks for.
 *
 * @param issuer who is to sign its certificate; empty if that is in a Secret of the author's, or not asked for
 */
public record Server(
        String image,
        ResourceRequirements resources,
        ServerSettings settings,
        DataVolume volume,
        Set<BindAddress> bind,
        Optional<NetworkAccess> network,
        PodAdditions pod,
        Optional<IssuerReference> issuer) {

    public boolean persistent() {
        return settings.persistence() != PersistenceMode.NONE;
    }

    /** Whether it has a certificate. */
    public boolean encrypts() {
        return settings.tls().isPresent();
    }

    /** Returns the same server with another persistence mode. */
    public Server withPersistence(PersistenceMode mode) {
        return with(settings.withPersistence(mode));
    }

    /** Returns the same server with another limit, in bytes. */
    public Server withMaxMemory(long bytes) {
        return with(settings.withMaxMemory(bytes));
    }

    /** Returns the same server, whose pod and files are written otherwise. */
    public Server withRendering(Rendering rendering) {
        return with(settings.withRendering(rendering));
    }

    /** Returns the same server with other resources of its container. */
    public Server withResources(ResourceRequirements other) {
        return new Server(image, other, settings, volume, bind, network, pod, issuer);
    }

    /** Returns the same server with other additions to its pod. */
    public Server withPod(PodAdditions additions) {
        return new Server(image, resources, settings, volume, bind, network, additions, issuer);
    }

    private Server with(ServerSettings changed) {
        return new Server(image, resources, changed, volume, bind, network, pod, issuer);
    }
}
