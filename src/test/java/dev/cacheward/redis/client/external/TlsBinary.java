package dev.cacheward.redis.client.external;

import dev.cacheward.redis.client.RedisBinary;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.opentest4j.TestAbortedException;

/** Finds a server that was built with TLS. That of the Maven artifact was not. */
public final class TlsBinary {
    private TlsBinary() {}

    /** Ends the test as one that does not count if there is none. */
    public static RedisBinary find() {
        return RedisBinary.all().stream()
                .filter(TlsBinary::speaksTls)
                .findFirst()
                .orElseThrow(() -> new TestAbortedException(
                        "no redis-server with TLS: put one on PATH, or name it in CACHEWARD_TEST_SERVERS"));
    }

    /** Has it read two lines, the second of which no server knows: who knows the first complains of the second. */
    private static boolean speaksTls(RedisBinary binary) {
        try {
            Process process = new ProcessBuilder(binary.command(), "-")
                    .redirectErrorStream(true)
                    .start();
            try (OutputStream in = process.getOutputStream()) {
                in.write("tls-port 0\nno-such-parameter 1\n".getBytes(StandardCharsets.US_ASCII));
            }
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return said.contains("no-such-parameter");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
