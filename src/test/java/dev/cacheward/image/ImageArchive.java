package dev.cacheward.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * What an image archive says of itself, as {@code docker save} writes it.
 *
 * @param config of its containers
 * @param layers the names of the files of each, lowest first
 */
record ImageArchive(List<String> tags, JsonNode config, List<List<String>> layers) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Needs {@code tar}. */
    static ImageArchive of(Path archive, Path folder) throws IOException, InterruptedException {
        tar("-xf", archive.toString(), "-C", folder.toString());
        JsonNode manifest =
                JSON.readTree(folder.resolve("manifest.json").toFile()).get(0);
        List<List<String>> layers = new ArrayList<>();
        for (JsonNode layer : manifest.at("/Layers")) {
            layers.add(tar("-tf", folder.resolve(layer.asText()).toString()));
        }
        Path config = folder.resolve(manifest.at("/Config").asText());
        return new ImageArchive(
                texts(manifest.at("/RepoTags")), JSON.readTree(config.toFile()).at("/config"), layers);
    }

    static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static List<String> tar(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("tar"));
        command.addAll(List.of(arguments));
        Path errors = Files.createTempFile("tar", ".err");
        Process tar = new ProcessBuilder(command).redirectError(errors.toFile()).start();
        String output = new String(tar.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (tar.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + Files.readString(errors));
        }
        Files.delete(errors);
        return output.lines().toList();
    }
}
