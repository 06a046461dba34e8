package dev.cacheward.cluster.merge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A chart whose one object is a ConfigMap named {@code app}. */
record HelmChart(Path path, String data) {
    HelmChart {
        try {
            Files.createDirectories(path.resolve("templates"));
            Files.writeString(path.resolve("Chart.yaml"), "apiVersion: v2\nname: app\nversion: 1.0.0\n");
            Files.writeString(
                    path.resolve("templates/map.yaml"),
                    "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: app}\ndata:\n  " + data + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String folder() {
        return path.toString();
    }
}
