package dev.cacheward.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One request of the operator's, as the API server wrote it down ({@code audit.k8s.io/v1}). */
public record AuditedRequest(JsonNode line) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OPERATOR = "cacheward";
    private static final Pattern ACCOUNT = Pattern.compile("system:serviceaccount:([^:]+):cacheward.*");
    private static final Set<String> WRITES = Set.of("create", "update", "patch", "delete");
    private static final int CREATED = 201;

    /** The request of a line; empty where it is not the operator's, or is about no object. */
    static Optional<AuditedRequest> of(String line) {
        if (!line.contains(OPERATOR)) {
            return Optional.empty();
        }
        return Optional.of(new AuditedRequest(parse(line)))
                .filter(AuditedRequest::isOperators)
                .filter(request -> request.line.has("objectRef"));
    }

    /** Its process, which tells the election from the work; any text for others of the same account. */
    public String agent() {
        return line.path("userAgent").asText();
    }

    /** The pod that it came from; empty where the operator ran in none. */
    public String pod() {
        return line.at("/user/extra/authentication.kubernetes.io~1pod-name/0").asText();
    }

    /** The namespace of the operator's account; empty where it ran with another. */
    public String home() {
        Matcher account = ACCOUNT.matcher(line.at("/user/username").asText());
        return account.matches() ? account.group(1) : "";
    }

    /** When the API server received it. */
    public Instant received() {
        return Instant.parse(line.path("requestReceivedTimestamp").asText());
    }

    /** When the API server had answered. */
    public Instant answered() {
        return Instant.parse(line.path("stageTimestamp").asText());
    }

    /** Whether it asks for a change. */
    public boolean writes() {
        return WRITES.contains(line.path("verb").asText());
    }

    Right right() {
        String subresource = object("subresource");
        return new Right(
                object("apiGroup"),
                object("resource") + (subresource.isEmpty() ? "" : "/" + subresource),
                line.path("verb").asText());
    }

    /** An apply that makes an object needs the right to create it, too. */
    boolean made() {
        return line.at("/responseStatus/code").asInt() == CREATED;
    }

    String namespace() {
        return object("namespace");
    }

    String name() {
        return object("name");
    }

    private String object(String field) {
        return line.at("/objectRef/" + field).asText();
    }

    private boolean isOperators() {
        return agent().equals(OPERATOR) || !home().isEmpty();
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(line, e);
        }
    }
}
