package dev.cacheward.cacheprofile.render;

import dev.cacheward.api.v1alpha1.PersistenceMode;
import dev.cacheward.cacheprofile.model.Server;
import dev.cacheward.cacheprofile.model.volume.DataFormat;
import dev.cacheward.cacheprofile.model.volume.VolumeLook;
import dev.cacheward.redis.conf.CertificatePaths;
import dev.cacheward.redis.conf.RedisConf;
import dev.cacheward.redis.conf.Rendering;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Renders the container that looks at the volume each time before a server starts on it. So no record of ours, and no wish of the
 * spec, can start a server on data that it does not read.
 */
final class VolumeLookRenderer {
    /**
     * The file with the form that the claim records, beside redis.conf. It is no part of the hashes: a pod reads it when it
     * starts, and no pod is replaced because it changes.
     */
    private static final String RECORDED_FORM = "data-form";

    private static final Set<String> SECRETS = Set.of(RedisConf.SECRET_DIR, CertificatePaths.DIR);

    private VolumeLookRenderer() {}

    /**
     * Returns the container, if there is a volume.
     *
     * @param container a container of the server's image
     */
    static List<Container> containers(Server server, ContainerBuilder container) {
        if (!looks(server)) {
            return List.of();
        }
        PersistenceMode mode = server.settings().persistence();
        return List.of(container
                .withName(VolumeLook.CONTAINER)
                .withEnv(List.of())
                .withPorts(List.of())
                .removeMatchingFromVolumeMounts(mount -> SECRETS.contains(mount.getMountPath()))
                .withCommand("sh", "-c", VolumeLookScript.TEXT, VolumeLook.CONTAINER)
                .withArgs(
                        new DataFormat.Known(mode).word(),
                        RedisConf.DATA_DIR,
                        RedisConf.CONF_DIR + "/" + RECORDED_FORM,
                        "/dev/termination-log")
                // The pod then needs no more than the server alone.
                .withResources(server.resources())
                .build());
    }

    /** Returns the file with the form, where there is one. */
    static Map<String, String> files(Server server, Optional<DataFormat> recorded) {
        return recorded.filter(form -> looks(server))
                .map(form -> Map.of(RECORDED_FORM, form.word()))
                .orElse(Map.of());
    }

    private static boolean looks(Server server) {
        return server.persistent() && server.settings().rendering() != Rendering.FIRST;
    }
}
