package dev.cacheward.chart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** The requests that API servers wrote down, one JSON object a line. */
public record AuditLog(List<Path> files) {
    private static final String FILE = "CACHEWARD_TEST_AUDIT_LOG";

    /**
     * The files that {@code CACHEWARD_TEST_AUDIT_LOG} names, separated by commas. Where it names none, the calling test is skipped
     * with a word, and fails where the environment says {@code CI=true}.
     */
    public static AuditLog demand() {
        String file = Optional.ofNullable(System.getenv(FILE)).orElse("").strip();
        String lack = FILE + " names no audit log of the API server";
        if (file.isEmpty() && "true".equals(System.getenv("CI"))) {
            Assertions.fail(lack + ", and CI must not skip a test");
        }
        if (file.isEmpty()) {
            System.err.println("SKIPPED: " + lack);
        }
        Assumptions.assumeFalse(file.isEmpty(), lack);
        return new AuditLog(Stream.of(file.split(",")).map(Path::of).toList());
    }

    /** What the operator asked for from a moment on, wherever it ran: granted or not. */
    public List<AuditedRequest> operators(Instant since) {
        return files.stream().flatMap(file -> operators(file, since).stream()).toList();
    }

    private static List<AuditedRequest> operators(Path file, Instant since) {
        try (Stream<String> lines = Files.lines(file)) {
            return operators(lines, since);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<AuditedRequest> operators(Stream<String> lines, Instant since) {
        return lines.flatMap(line -> AuditedRequest.of(line).stream())
                .filter(request -> !request.received().isBefore(since))
                .toList();
    }
}
