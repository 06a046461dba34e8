package dev.cacheward.cacheprofile.render;

import dev.cacheward.cacheprofile.model.ChildNames;
import dev.cacheward.cacheprofile.model.Profile;
import dev.cacheward.cacheprofile.model.Server;
import dev.cacheward.redis.conf.CertificatePaths;
import dev.cacheward.redis.conf.RedisConf;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.util.ArrayList;
import java.util.List;

/** Renders the volumes of a server's pod, and where its container has them. */
final class PodVolumes {
    private PodVolumes() {}

    /** Returns the volumes of the pod that serves. */
    static List<Volume> of(Profile profile) {
        ChildNames names = profile.names();
        List<Volume> volumes = new ArrayList<>(List.of(conf(names), ServerSecret.volume(names), data(profile)));
        volumes.addAll(certificate(profile));
        return volumes;
    }

    /** Returns the volume with the certificate; none for a server that encrypts nothing. */
    static List<Volume> certificate(Profile profile) {
        return profile.server().encrypts() ? List.of(CertificateRenderer.volume(profile.names())) : List.of();
    }

    static List<VolumeMount> mounts(Server server) {
        List<VolumeMount> mounts = new ArrayList<>(List.of(
                mount("conf", RedisConf.CONF_DIR, true),
                mount("secret", RedisConf.SECRET_DIR, true),
                mount("data", RedisConf.DATA_DIR, false)));
        if (server.encrypts()) {
            mounts.add(mount(CertificateRenderer.VOLUME, CertificatePaths.DIR, true));
        }
        return mounts;
    }

    private static Volume conf(ChildNames names) {
        return new VolumeBuilder()
                .withName("conf")
                .withNewConfigMap()
                .withName(names.conf())
                .endConfigMap()
                .build();
    }

    private static Volume data(Profile profile) {
        VolumeBuilder data = new VolumeBuilder().withName("data");
        return profile.server().persistent()
                ? data.withNewPersistentVolumeClaim()
                        .withClaimName(profile.names().claim())
                        .endPersistentVolumeClaim()
                        .build()
                : data.withEmptyDir(EmptyData.of(profile.server())).build();
    }

    private static VolumeMount mount(String name, String path, boolean readOnly) {
        return new VolumeMountBuilder()
                .withName(name)
                .withMountPath(path)
                .withReadOnly(readOnly ? true : null)
                .build();
    }
}
