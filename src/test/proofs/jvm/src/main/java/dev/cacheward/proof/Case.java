package dev.cacheward.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder of delivered files: what one preset made of the settings of one case. */
record Case(String preset, String name, Path folder) {
    String title() {
        return preset + "/" + name;
    }

    String report() throws IOException {
        return Files.readString(folder.resolve("REPORT"));
    }

    boolean refused() throws IOException {
        return report().startsWith("refused:");
    }

    /** The only delivered file. */
    Path file() throws IOException {
        List<String> files = files();
        if (files.size() != 1) {
            throw new IllegalStateException("one file beside REPORT is expected, there are " + files);
        }
        return folder.resolve(files.get(0));
    }

    List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> !file.equals("REPORT"))
                    .sorted()
                    .toList();
        }
    }
}
