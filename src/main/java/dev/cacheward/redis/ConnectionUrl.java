package dev.cacheward.redis;

import java.nio.charset.StandardCharsets;

/** The connection string of an application. */
public final class ConnectionUrl {
    private ConnectionUrl() {}

    /**
     * {@code redis://default:password@host:port/0}. The user is named although it is the one that is meant without a name:
     * redis-cli (7.0 to 8.0, and Valkey's) reads {@code redis://:password@} as a user with an empty name, and is refused.
     * Every byte of the password but {@code [A-Za-z0-9-._~]} is percent-encoded: that is what redis-cli, redis-py and lettuce
     * all decode. An HTML form's {@code +} for a space they would not.
     */
    public static String url(String host, int port, Password password) {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return "redis://" + AclUser.APPLICATION + ":" + encode(password.value()) + "@" + name + ":" + port + "/0";
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
