package dev.cacheward.redis;

import java.nio.charset.StandardCharsets;

/** The connection string of an application. */
public final class ConnectionUrl {
    private ConnectionUrl() {}

    /**
     * {@code redis://default:password@host:port/0}, or {@code rediss://} with TLS. The user is named although it is the one that
     * is meant without a name: redis-cli (7.0 to 8.0, and Valkey's) reads {@code redis://:password@} as a user with an empty
     * name, and is refused. Where there is none, a server is meant that knows no users. Every byte of a name or password but
     * {@code [A-Za-z0-9-._~]} is percent-encoded: that is what redis-cli, redis-py and lettuce all decode. An HTML form's {@code
     * +} for a space they would not.
     */
    public static String url(Connection connection) {
        String login = connection
                .password()
                .map(password ->
                        connection.username().map(ConnectionUrl::encode).orElse("") + ":" + encode(password.value())
                                + "@")
                .orElse("");
        return (connection.tls().isPresent() ? "rediss://" : "redis://")
                + login
                + connection.endpoint()
                + connection.database().map(number -> "/" + number).orElse("");
    }

    private static String encode(String text) {
        StringBuilder out = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            out.append(isUnreserved(b) ? String.valueOf((char) b) : String.format("%%%02X", b & 0xFF));
        }
        return out.toString();
    }

    private static boolean isUnreserved(byte b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || "-._~".indexOf(b) >= 0;
    }
}
