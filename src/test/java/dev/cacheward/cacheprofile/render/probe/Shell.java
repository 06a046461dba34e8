package dev.cacheward.cacheprofile.render.probe;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A shell that images of Redis have, with the tools that come with it.
 *
 * @param busybox present if the shell is an applet of it
 */
record Shell(String name, Optional<Path> busybox) {
    private static final List<String> APPLETS = List.of("sh", "sleep");

    /** Those of this machine: its {@code sh}, and busybox if it is there. */
    static Stream<Shell> all() {
        Stream<Shell> busybox = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "busybox"))
                .filter(Files::isExecutable)
                .limit(1)
                .map(path -> new Shell("busybox", Optional.of(path)));
        return Stream.concat(Stream.of(new Shell("sh", Optional.empty())), busybox);
    }

    /** Puts it into a folder that comes first on the PATH. */
    void link(Path folder) throws IOException {
        if (busybox.isPresent()) {
            for (String applet : APPLETS) {
                Files.createSymbolicLink(folder.resolve(applet), busybox.get());
            }
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
