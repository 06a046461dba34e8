package dev.cacheward.cli.manifest;

import dev.cacheward.cli.terminal.Progress;
import dev.cacheward.cli.terminal.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads manifests from files, from all files of a folder and those below it, and from the standard input. */
public final class ManifestFiles {
    /** The name of the standard input. */
    public static final String STANDARD_INPUT = "-";

    private static final Pattern MANIFEST = Pattern.compile(".*\\.(yaml|yml|json)");
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final Terminal terminal;
    private final List<String> files = new ArrayList<>();
    private final List<Manifest> manifests = new ArrayList<>();
    private final List<Complaint> complaints = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();

    private ManifestFiles(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Reads everything.
     *
     * @param names files, folders (of which {@code *.yaml}, {@code *.yml} and {@code *.json} are read), and {@code -}
     */
    public static Reading read(List<String> names, Terminal terminal) {
        ManifestFiles files = new ManifestFiles(terminal);
        try (Progress progress = terminal.progress()) {
            names.stream().distinct().forEach(name -> files.read(name, progress));
        }
        return new Reading(files.files, files.manifests, files.complaints, files.unreadable);
    }

    private void read(String name, Progress progress) {
        try {
            if (name.equals(STANDARD_INPUT)) {
                add(name, text(terminal.in()));
            } else if (Files.isDirectory(Path.of(name))) {
                for (Path file : below(Path.of(name))) {
                    progress.step("Reading " + file);
                    read(file.toString(), progress);
                }
            } else {
                add(name, text(Path.of(name)));
            }
        } catch (NoSuchFileException missing) {
            unreadable.add(name + ": there is no such file");
        } catch (CharacterCodingException binary) {
            unreadable.add(name + ": it is not UTF-8");
        } catch (IOException | UncheckedIOException failed) {
            unreadable.add(name + ": " + failed.getMessage());
        }
    }

    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file ->
                            MANIFEST.matcher(file.getFileName().toString()).matches())
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    private static String text(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return text(in);
        }
    }

    private static String text(InputStream in) throws IOException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(in.readAllBytes()))
                .toString();
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private void add(String name, String text) {
        ManifestText read = new ManifestText(name).read(text);
        files.add(name);
        manifests.addAll(read.manifests());
        complaints.addAll(read.complaints());
    }
}
