package dev.cacheward.cli.imports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** The folder of a file. No file outside of it is read, whatever one of its files says. */
record Folder(Path path) {
    private static final long LARGEST = 4L << 20;

    static Folder of(Path file) {
        return new Folder(Optional.ofNullable(file.toAbsolutePath().normalize().getParent())
                .orElseGet(() -> Path.of("/")));
    }

    /** Tells why {@link #read} finds nothing: what is there, in words. */
    String whyUnreadable(String name) {
        Path file = path.resolve(name);
        if (!Files.exists(file)) {
            return "there is no such file";
        }
        if (!Files.isRegularFile(file)) {
            return Files.isDirectory(file)
                    ? "it is a folder; name the files in it"
                    : "it is a pipe or a device; write it to a file first";
        }
        if (!Files.isReadable(file)) {
            return "it may not be read";
        }
        return file.toFile().length() > LARGEST ? "it is larger than 4 MiB" : "it is not UTF-8";
    }

    /** Returns the text of a file in the folder or below it; empty if there is none. A byte order mark is left off. */
    Optional<String> read(String name) {
        try {
            Path file = path.resolve(name).normalize();
            if (!file.startsWith(path) || !Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                return Optional.empty();
            }
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return Optional.of(text.startsWith("\ufeff") ? text.substring(1) : text);
        } catch (IOException | InvalidPathException unreadable) {
            return Optional.empty();
        }
    }
}
