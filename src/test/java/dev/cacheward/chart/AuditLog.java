package dev.cacheward.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The requests that an API server wrote down, one JSON object a line ({@code audit.k8s.io/v1}). */
record AuditLog(Path file) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OPERATOR = "cacheward";
    private static final Pattern ACCOUNT = Pattern.compile("system:serviceaccount:[^:]+:cacheward.*");
    private static final int CREATED = 201;

    /** What the operator asked for, wherever it ran: granted or not. */
    Set<Right> usedByTheOperator() {
        try (Stream<String> lines = Files.lines(file)) {
            return used(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Set<Right> used(Stream<String> lines) {
        return lines.filter(line -> line.contains(OPERATOR))
                .map(AuditLog::parse)
                .filter(AuditLog::isOperator)
                .filter(request -> request.has("objectRef"))
                .flatMap(AuditLog::used)
                .collect(Collectors.toCollection(() -> new TreeSet<>(Comparator.comparing(Right::toString))));
    }

    private static boolean isOperator(JsonNode request) {
        return request.path("userAgent").asText().equals(OPERATOR)
                || ACCOUNT.matcher(request.at("/user/username").asText()).matches();
    }

    /** An apply that makes an object needs the right to create it, too. */
    private static Stream<Right> used(JsonNode request) {
        String group = request.at("/objectRef/apiGroup").asText();
        String subresource = request.at("/objectRef/subresource").asText();
        String resource = request.at("/objectRef/resource").asText() + (subresource.isEmpty() ? "" : "/" + subresource);
        Right asked = new Right(group, resource, request.path("verb").asText());
        boolean made = request.at("/responseStatus/code").asInt() == CREATED;
        return made ? Stream.of(asked, new Right(group, resource, "create")) : Stream.of(asked);
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(line, e);
        }
    }
}
