package dev.cacheward.redis.client;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads what a server sends before any command. A healthy Redis sends nothing. One with too many clients sends an error and
 * closes the connection, and the client library often notices only the latter.
 */
final class ServerGreeting {
    private static final int MAX_BYTES = 200;

    private ServerGreeting() {}

    /** Returns the error without its leading {@code -}; empty if there was none in time. */
    static Optional<String> error(RedisAddress address, Duration patience) {
        int millis = Math.toIntExact(patience.toMillis());
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.host(), address.port()), millis);
            socket.setSoTimeout(millis);
            byte[] bytes = new byte[MAX_BYTES];
            int length = socket.getInputStream().read(bytes);
            String text = new String(bytes, 0, Math.max(length, 0), StandardCharsets.UTF_8);
            return text.startsWith("-") ? Optional.of(text.substring(1)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
