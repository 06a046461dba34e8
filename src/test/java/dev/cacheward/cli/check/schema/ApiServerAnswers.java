package dev.cacheward.cli.check.schema;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a real API server said of each file of the corpus that it refuses; {@code ApiServerAnswersIT} asks one. */
final class ApiServerAnswers {
    private static final Path FILE = Path.of("src", "test", "resources", "crds", "answers.json");
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private ApiServerAnswers() {}

    /** By file: {@code field: message} for each thing that is wrong, sorted. */
    static Map<String, List<String>> recorded() {
        try {
            return JSON.readValue(FILE.toFile(), new TypeReference<TreeMap<String, List<String>>>() {});
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static void record(Map<String, List<String>> answers) throws IOException {
        DefaultPrettyPrinter lines = new DefaultPrettyPrinter();
        lines.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
        Files.writeString(FILE, JSON.writer(lines).writeValueAsString(answers) + "\n");
    }

    /** A resource of the corpus as a command reads it. */
    static Map<?, ?> plain(ObjectNode resource) {
        return JSON.convertValue(resource, Map.class);
    }
}
