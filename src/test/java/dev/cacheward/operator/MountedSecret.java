package dev.cacheward.operator;

import dev.cacheward.kubernetes.fields.SecretText;
import io.fabric8.kubernetes.api.model.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a container has of a Secret. */
final class MountedSecret {
    private MountedSecret() {}

    /** Writes a file for each entry as the kubelet does: read-only, and behind links, so that all change at once. */
    static Path mount(Secret secret, Path folder) {
        try {
            Path version = Files.createDirectories(folder.resolve("..2026_12_01_00_00_00.1"));
            Path data = Files.createSymbolicLink(folder.resolve("..data"), version.getFileName());
            for (var entry : variables(secret).entrySet()) {
                Path file = Files.writeString(version.resolve(entry.getKey()), entry.getValue());
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
                Files.createSymbolicLink(
                        folder.resolve(entry.getKey()), data.getFileName().resolve(entry.getKey()));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The variables of {@code envFrom}. Since Kubernetes 1.34 they include those whose names have a dot. */
    static SortedMap<String, String> variables(Secret secret) {
        SortedMap<String, String> variables = new TreeMap<>();
        secret.getData()
                .keySet()
                .forEach(
                        key -> variables.put(key, SecretText.decode(secret, key).orElseThrow()));
        return variables;
    }
}
