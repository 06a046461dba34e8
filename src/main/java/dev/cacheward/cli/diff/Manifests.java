package dev.cacheward.cli.diff;

import dev.cacheward.cli.terminal.Terminal;
import dev.cacheward.runtime.StartException;
import dev.cacheward.validation.Quote;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the resources of ours in YAML files, in folders of them, and on the standard input. */
final class Manifests {
    private static final String STDIN = "-";
    private static final Set<String> KINDS = Set.of(Manifest.PROFILE, Manifest.POLICY);
    private static final String GROUP = "cacheward.dev/";

    private final Terminal terminal;
    private final String namespace;

    /** @param namespace of resources that name none */
    Manifests(Terminal terminal, String namespace) {
        this.terminal = terminal;
        this.namespace = namespace;
    }

    /** @throws StartException for a file that cannot be read, or is no YAML */
    List<Manifest> read(List<String> names) {
        return names.stream()
                .flatMap(name -> files(name).stream())
                .flatMap(name -> documents(name).stream())
                .toList();
    }

    private static List<String> files(String name) {
        if (name.equals(STDIN) || !Files.isDirectory(Path.of(name))) {
            return List.of(name);
        }
        try (Stream<Path> inside = Files.list(Path.of(name))) {
            return inside.map(Path::toString)
                    .filter(file -> file.matches(".*\\.(ya?ml|json)"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw unreadable(name, unreadable);
        }
    }

    private List<Manifest> documents(String file) {
        List<Manifest> found = new ArrayList<>();
        try (MappingIterator<JsonNode> documents =
                new YAMLMapper().readerFor(JsonNode.class).readValues(text(file))) {
            while (documents.hasNext()) {
                resources(documents.next())
                        .filter(Manifests::isOurs)
                        .forEach(document -> found.add(manifest(file, document)));
            }
            return found;
        } catch (JacksonException broken) {
            throw new StartException(file + ":" + broken.getLocation().getLineNr() + ":"
                    + broken.getLocation().getColumnNr() + ": no YAML: "
                    + Quote.printable(broken.getOriginalMessage().replaceAll("\\s+", " ")));
        }
    }

    private static Stream<JsonNode> resources(JsonNode document) {
        return document.path("kind").asString("").equals("List")
                ? StreamSupport.stream(document.path("items").spliterator(), false)
                : Stream.of(document);
    }

    private static boolean isOurs(JsonNode document) {
        return document.path("apiVersion").asString("").startsWith(GROUP)
                && KINDS.contains(document.path("kind").asString(""));
    }

    private Manifest manifest(String file, JsonNode document) {
        String name = document.path("metadata").path("name").asString("");
        if (name.isEmpty()) {
            throw new StartException(file + ": a " + document.path("kind").asString("") + " has no metadata.name.");
        }
        return new Manifest(
                file,
                document.path("kind").asString(""),
                document.path("metadata").path("namespace").asString(namespace),
                name,
                document);
    }

    private String text(String file) {
        try {
            return file.equals(STDIN)
                    ? new String(terminal.in().readAllBytes(), StandardCharsets.UTF_8)
                    : Files.readString(Path.of(file));
        } catch (IOException unreadable) {
            throw unreadable(file, unreadable);
        }
    }

    private static StartException unreadable(String file, IOException cause) {
        return new StartException(file + " cannot be read: " + cause.getClass().getSimpleName());
    }
}
