package dev.cacheward.operator;

import dev.cacheward.runtime.ClusterDomain;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the file by which this process resolves names. */
final class ResolvConf {
    private static final Path FILE = Path.of("/etc/resolv.conf");

    private ResolvConf() {}

    /** Returns the domain of the cluster that this process runs in; empty outside of a cluster. */
    static Optional<ClusterDomain> clusterDomain() {
        try {
            return ClusterDomain.ofResolvConf(new String(Files.readAllBytes(FILE), StandardCharsets.ISO_8859_1));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
