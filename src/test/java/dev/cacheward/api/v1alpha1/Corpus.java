package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Valid and invalid resources, one file a rule: {@code valid-<what>.yaml} and {@code invalid-<field>-<rule>.yaml}. Each holds a
 * {@code resource}, where a rule is about a change the {@code previous} one, and if invalid who refuses it with which words.
 */
public final class Corpus {
    static final Path FOLDER = Path.of("src", "test", "resources", "crds", "corpus");

    private static final YAMLMapper YAML = new YAMLMapper();

    private Corpus() {}

    /** Who says no. */
    public enum RejectedBy {
        /** The schema and the rules in the CRD. */
        API_SERVER("ApiServer"),
        /** The operator, at reconcile: what the CRD cannot say. The API server accepts it. */
        OPERATOR("Operator");

        private final String written;

        RejectedBy(String written) {
            this.written = written;
        }

        private static RejectedBy of(String text) {
            return Arrays.stream(values())
                    .filter(each -> each.written.equals(text))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("rejectedBy: " + text));
        }
    }

    /**
     * One file.
     *
     * @param file its name
     * @param rejectedBy empty for a valid resource
     * @param message a part of what the refusal says; empty for a valid resource
     * @param resource as its author writes it
     * @param previous what the API server holds already, if the rule is about a change
     */
    public record Case(
            String file,
            Optional<RejectedBy> rejectedBy,
            String message,
            ObjectNode resource,
            Optional<ObjectNode> previous) {
        /** Nobody refuses it. */
        public boolean valid() {
            return rejectedBy.isEmpty();
        }

        /** The API server refuses it; otherwise it accepts it. */
        public boolean refusedByApiServer() {
            return rejectedBy.equals(Optional.of(RejectedBy.API_SERVER));
        }

        /** CacheProfile or RateLimitPolicy. */
        public String kind() {
            return resource.path("kind").asText();
        }

        @Override
        public String toString() {
            return file;
        }
    }

    /** Every file, by name. */
    public static List<Case> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().map(Corpus::read).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Case read(Path file) {
        try {
            JsonNode content = YAML.readTree(file.toFile());
            return new Case(
                    file.getFileName().toString(),
                    text(content, "rejectedBy").map(RejectedBy::of),
                    text(content, "message").orElse(""),
                    (ObjectNode) content.required("resource"),
                    Optional.ofNullable((ObjectNode) content.get("previous")));
        } catch (IOException | RuntimeException broken) {
            throw new IllegalStateException(file + ": " + broken.getMessage(), broken);
        }
    }

    private static Optional<String> text(JsonNode content, String field) {
        return Optional.ofNullable(content.get(field)).map(JsonNode::asText);
    }
}
