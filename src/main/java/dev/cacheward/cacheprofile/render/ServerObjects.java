package dev.cacheward.cacheprofile.render;

import dev.cacheward.cacheprofile.model.Credentials;
import dev.cacheward.cacheprofile.model.Profile;
import dev.cacheward.cacheprofile.model.Server;
import dev.cacheward.cacheprofile.model.roll.RollShape;
import dev.cacheward.cacheprofile.model.volume.ClaimState;
import dev.cacheward.cacheprofile.model.volume.DataFormat;
import dev.cacheward.cacheprofile.model.volume.DataVolume;
import dev.cacheward.drift.Drift;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The objects that make up the server of one profile. They change together or not at all.
 *
 * @param claim present if data persists or has persisted
 */
public record ServerObjects(
        Optional<PersistentVolumeClaim> claim, ConfigMap conf, Secret secret, StatefulSet statefulSet, Pod preflight) {

    /**
     * Returns the objects of a server.
     *
     * @param live the existing claim; it keeps its size if nothing persists now
     * @param form the format of the data on the volume; empty if nobody has looked yet
     */
    public static ServerObjects render(
            Profile profile,
            Credentials credentials,
            PodRenderer pods,
            Optional<PersistentVolumeClaim> live,
            Optional<DataFormat> form) {
        ServerFiles files = ServerFiles.render(profile.server().settings(), credentials);
        PodSpec pod = pods.server(profile);
        StatefulSet statefulSet = StatefulSetRenderer.render(profile, pod, files);
        return new ServerObjects(
                claim(profile, live, form),
                Drift.stamp(new ConfigMapBuilder()
                        .withMetadata(ChildMetadata.of(
                                profile.owner(), profile.names().conf()))
                        .withData(files.conf())
                        .addToData(VolumeLookRenderer.files(profile.server(), form))
                        .build()),
                ServerSecret.render(profile, credentials, files),
                statefulSet,
                PreflightRenderer.render(
                        profile, pods, StatefulSetRenderer.annotation(statefulSet, StatefulSetRenderer.FINGERPRINT)));
    }

    private static Optional<PersistentVolumeClaim> claim(
            Profile profile, Optional<PersistentVolumeClaim> live, Optional<DataFormat> form) {
        Server server = profile.server();
        return server.persistent()
                ? Optional.of(ClaimRenderer.render(profile, server.volume(), form))
                : live.map(claim -> ClaimRenderer.render(profile, unused(claim, server.volume()), form));
    }

    /** Returns the volume as it is, since the spec says nothing about a volume that nothing uses. */
    private static DataVolume unused(PersistentVolumeClaim claim, DataVolume wanted) {
        Quantity requested = ClaimState.requested(claim);
        return new DataVolume(ClaimState.asked(claim).orElse(requested), requested, wanted.storageClass());
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

    /** Returns the same objects for other pods of the StatefulSet. */
    public ServerObjects shaped(RollShape shape) {
        return new ServerObjects(claim, conf, secret, StatefulSetRenderer.shaped(statefulSet, shape), preflight);
    }

    /** Returns the annotations of a pod that is as these objects say. */
    public Map<String, String> marks() {
        return Map.of(StatefulSetRenderer.FINGERPRINT, fingerprint(), StatefulSetRenderer.REVISION, revision());
    }

    public String fingerprint() {
        return StatefulSetRenderer.annotation(statefulSet, StatefulSetRenderer.FINGERPRINT);
    }

    public String revision() {
        return StatefulSetRenderer.annotation(statefulSet, StatefulSetRenderer.REVISION);
    }
}
