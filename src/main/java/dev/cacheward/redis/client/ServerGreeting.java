package dev.cacheward.redis.client;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * Hears a server in plaintext. Before any command, a healthy Redis sends nothing; one with too many clients sends an error and
 * closes the connection, and the client library often notices only the latter. To who begins with TLS, it sends nothing either.
 */
final class ServerGreeting {
    private static final int MAX_BYTES = 200;

    private ServerGreeting() {}

    /** Returns the error without its leading {@code -}; empty if there was none in time. */
    static Optional<String> error(RedisAddress address, Duration patience) {
        return answer(address, "", patience)
                .filter(text -> text.startsWith("-"))
                .map(text -> text.substring(1));
    }

    /** Whether the server answers to a PING in plaintext, be it with an error. */
    static boolean isAnswered(RedisAddress address, Duration patience) {
        return answer(address, "PING\r\n", patience)
                .filter(text -> text.startsWith("+") || text.startsWith("-"))
                .isPresent();
    }

    private static Optional<String> answer(RedisAddress address, String words, Duration patience) {
        int millis = Math.toIntExact(patience.toMillis());
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.host(), address.port()), millis);
            socket.setSoTimeout(millis);
            socket.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
            byte[] bytes = new byte[MAX_BYTES];
            int length = socket.getInputStream().read(bytes);
            return Optional.of(new String(bytes, 0, Math.max(length, 0), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
