package dev.cacheward.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The files of an image archive, as {@code docker save} writes it, in a folder; its programs run on this machine. */
final class UnpackedImage {
    private static final String APPLICATION = "/app/";
    private static final String CACHE_FLAG = "-XX:AOTCache=";

    private final Path root;
    private final JsonNode config;

    private UnpackedImage(Path root, JsonNode config) {
        this.root = root;
        this.config = config;
    }

    /** Needs {@code tar}, which keeps the times of files: the JVM compares those of jars. */
    static UnpackedImage of(Path archive, Path folder) throws IOException, InterruptedException {
        Path parts = Files.createDirectories(folder.resolve("parts"));
        Path root = Files.createDirectories(folder.resolve("root"));
        unpack(archive, parts);
        JsonNode image = read(parts.resolve("manifest.json")).get(0);
        for (JsonNode layer : image.get("Layers")) {
            unpack(parts.resolve(layer.asText()), root);
        }
        return new UnpackedImage(
                root, read(parts.resolve(image.get("Config").asText())).get("config"));
    }

    /** The image's entry point with its own Java and its own flags but for the one that names the cache, and more before them. */
    List<String> command(String... flags) throws IOException {
        List<String> command = new ArrayList<>(List.of(java().toString()));
        command.addAll(List.of(flags));
        List<String> entrypoint = texts(config.get("Entrypoint")).toList();
        for (String argument : entrypoint.subList(1, entrypoint.size())) {
            if (!argument.startsWith(CACHE_FLAG)) {
                command.add(argument.startsWith("@") ? classpath(argument.substring(1)) : argument);
            }
        }
        return command;
    }

    private Path java() {
        return texts(config.get("Env"))
                .filter(variable -> variable.startsWith("PATH="))
                .flatMap(path -> Stream.of(path.substring("PATH=".length()).split(":")))
                .map(folder -> root.resolve(folder.substring(1)).resolve("java"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The image has no java on its PATH"));
    }

    private String classpath(String file) throws IOException {
        String inImage = Files.readString(root.resolve(file.substring(1)));
        return inImage.replace(APPLICATION, root + APPLICATION);
    }

    private static Stream<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText);
    }

    private static JsonNode read(Path json) throws IOException {
        return new ObjectMapper().readTree(json.toFile());
    }

    private static void unpack(Path archive, Path folder) throws IOException, InterruptedException {
        Process tar = new ProcessBuilder("tar", "-xf", archive.toString(), "-C", folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (tar.waitFor() != 0) {
            throw new IOException("tar cannot unpack " + archive);
        }
    }
}
