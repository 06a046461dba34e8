package dev.cacheward.testbed;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.DownwardAPIVolumeFile;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A pod's volumes as folders on this machine. */
final class Volumes {
    private static final int DEFAULT_MODE = 0644;
    private static final PosixFilePermission[] BITS = PosixFilePermission.values();

    private final Path root;
    private final PodSources sources;
    private final Claims claims;

    Volumes(Path root, PodSources sources, Claims claims) {
        this.root = root;
        this.sources = sources;
        this.claims = claims;
    }

    /** Fills the folders anew, as for a container that starts, and says which mount path is which folder. */
    PathMap materialise(Pod pod, Container container, String podIp) throws PodNotStartable {
        Map<String, Volume> byName = new LinkedHashMap<>();
        pod.getSpec().getVolumes().forEach(v -> byName.put(v.getName(), v));
        Map<String, Path> folders = new LinkedHashMap<>();
        for (VolumeMount mount : container.getVolumeMounts()) {
            folders.put(mount.getMountPath(), folder(pod, byName.get(mount.getName()), mount));
        }
        PathMap paths = new PathMap(folders);
        for (Volume volume : byName.values()) {
            fill(volume, pod, podIp, paths);
        }
        return paths;
    }

    private Path folder(Pod pod, Volume volume, VolumeMount mount) throws PodNotStartable {
        if (volume == null) {
            throw new PodNotStartable("CreateContainerError", "no volume is named " + mount.getName());
        }
        Path folder = volume.getPersistentVolumeClaim() == null
                ? Folders.create(root.resolve(volume.getName()))
                : claims.folder(
                        pod.getMetadata().getNamespace(),
                        volume.getPersistentVolumeClaim().getClaimName());
        return Optional.ofNullable(mount.getSubPath()).map(folder::resolve).orElse(folder);
    }

    private void fill(Volume volume, Pod pod, String podIp, PathMap paths) throws PodNotStartable {
        Path folder = root.resolve(volume.getName());
        if (volume.getConfigMap() != null) {
            var source = volume.getConfigMap();
            Map<String, byte[]> files = sources.configMap(source.getName(), Boolean.TRUE.equals(source.getOptional()));
            files.replaceAll((key, data) -> text(data, podIp, paths));
            write(folder, files, source.getItems(), source.getDefaultMode());
        } else if (volume.getSecret() != null) {
            var source = volume.getSecret();
            write(
                    folder,
                    sources.secret(source.getSecretName(), Boolean.TRUE.equals(source.getOptional())),
                    source.getItems(),
                    source.getDefaultMode());
        } else if (volume.getDownwardAPI() != null) {
            var source = volume.getDownwardAPI();
            Map<String, byte[]> files = fields(source.getItems(), pod, podIp);
            files.replaceAll((key, data) -> text(data, podIp, paths));
            write(folder, files, List.of(), source.getDefaultMode());
        } else if (volume.getEmptyDir() == null && volume.getPersistentVolumeClaim() == null) {
            throw new PodNotStartable(
                    "CreateContainerError",
                    "the stand-in kubelet mounts configMap, secret, downwardAPI, emptyDir and persistentVolumeClaim;"
                            + " volume " + volume.getName() + " is none of them");
        }
    }

    /** Secrets are left as they are: nobody writes a path into a password. */
    private static byte[] text(byte[] data, String podIp, PathMap paths) {
        String text = new String(data, StandardCharsets.UTF_8);
        return PodAddresses.inFile(paths.apply(text), podIp).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> fields(List<DownwardAPIVolumeFile> items, Pod pod, String podIp) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        items.forEach(item -> files.put(
                item.getPath(),
                PodSources.field(pod, podIp, item.getFieldRef().getFieldPath())
                        .orElse("")
                        .getBytes(StandardCharsets.UTF_8)));
        return files;
    }

    private static void write(Path folder, Map<String, byte[]> files, List<KeyToPath> items, Integer mode)
            throws PodNotStartable {
        if (items.isEmpty()) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                write(folder.resolve(file.getKey()), file.getValue(), mode);
            }
        }
        for (KeyToPath item : items) {
            byte[] data = files.get(item.getKey());
            if (data == null) {
                throw new PodNotStartable(
                        "CreateContainerConfigError", "references non-existent key: " + item.getKey());
            }
            write(
                    folder.resolve(item.getPath()),
                    data,
                    Optional.ofNullable(item.getMode()).orElse(mode));
        }
    }

    private static void write(Path file, byte[] data, Integer mode) {
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(file);
            Files.write(file, data);
            Files.setPosixFilePermissions(
                    file, permissions(Optional.ofNullable(mode).orElse(DEFAULT_MODE)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        for (int i = 0; i < BITS.length; i++) {
            if ((mode & 0400 >> i) != 0) {
                permissions.add(BITS[i]);
            }
        }
        return permissions;
    }
}
