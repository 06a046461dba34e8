package dev.cacheward.cacheprofile.render;

import dev.cacheward.api.v1alpha1.PersistenceMode;
import dev.cacheward.cacheprofile.model.Credentials;
import dev.cacheward.cacheprofile.model.DataFormat;
import dev.cacheward.cacheprofile.model.Profile;
import dev.cacheward.cacheprofile.model.Server;
import dev.cacheward.drift.Drift;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The objects that make up the server of one profile. They change together or not at all.
 *
 * @param claim present if data persists or has persisted
 */
public record ServerObjects(
        Optional<PersistentVolumeClaim> claim, ConfigMap conf, Secret secret, StatefulSet statefulSet, Pod preflight) {

    /** @param live the existing claim; it keeps its size and format if nothing persists now */
    public static ServerObjects render(
            Profile profile, Credentials credentials, PodRenderer pods, Optional<PersistentVolumeClaim> live) {
        ServerFiles files = ServerFiles.render(profile.server().settings(), credentials);
        PodSpec pod = pods.server(profile);
        StatefulSet statefulSet = StatefulSetRenderer.render(profile, pod, files);
        return new ServerObjects(
                claim(profile, live),
                Drift.stamp(new ConfigMapBuilder()
                        .withMetadata(ChildMetadata.of(profile, profile.names().conf()))
                        .withData(files.conf())
                        .build()),
                ServerSecret.render(profile, credentials, files),
                statefulSet,
                PreflightRenderer.render(
                        profile, pods, StatefulSetRenderer.annotation(statefulSet, StatefulSetRenderer.FINGERPRINT)));
    }

    private static Optional<PersistentVolumeClaim> claim(Profile profile, Optional<PersistentVolumeClaim> live) {
        Server server = profile.server();
        if (server.persistent()) {
            return Optional.of(ClaimRenderer.render(
                    profile,
                    server.volume().size(),
                    new DataFormat.Known(server.settings().persistence())));
        }
        return live.map(claim -> ClaimRenderer.render(
                profile,
                ClaimRenderer.size(claim),
                ClaimRenderer.form(claim).orElse(new DataFormat.Known(PersistenceMode.SNAPSHOT))));
    }

    /**
     * Returns the objects in the order of writing: what the pod mounts comes before the StatefulSet. The preflight is not among
     * them.
     */
    public List<HasMetadata> inOrder() {
        List<HasMetadata> objects = new ArrayList<>();
        claim.ifPresent(objects::add);
        objects.add(conf);
        objects.add(secret);
        objects.add(statefulSet);
        return objects;
    }

    public String fingerprint() {
        return StatefulSetRenderer.annotation(statefulSet, StatefulSetRenderer.FINGERPRINT);
    }

    public String revision() {
        return StatefulSetRenderer.annotation(statefulSet, StatefulSetRenderer.REVISION);
    }
}
