package dev.cacheward.redis.client.external;

import dev.cacheward.redis.client.RedisBinary;
import dev.cacheward.testbed.Ports;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Assumptions;

/** Finds a server that was built with TLS. That of the Maven artifact was not. */
public final class TlsBinary {
    private TlsBinary() {}

    /** Ends the test as one that does not count if there is none. */
    public static RedisBinary find() {
        return RedisBinary.all().stream()
                .filter(TlsBinary::speaksTls)
                .findFirst()
                .orElseGet(() -> Assumptions.abort(
                        "no redis-server with TLS: put one on PATH, or name it in CACHEWARD_TEST_SERVERS"));
    }

    /** Has it listen with TLS and without a certificate, which only who can do that complains of. */
    private static boolean speaksTls(RedisBinary binary) {
        try {
            Process process = new ProcessBuilder(binary.command(), "-")
                    .redirectErrorStream(true)
                    .start();
            try (OutputStream in = process.getOutputStream()) {
                in.write(("port 0\nbind 127.0.0.1\ntls-port " + Ports.free() + "\n")
                        .getBytes(StandardCharsets.US_ASCII));
            }
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return said.contains("tls-cert-file");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
