package dev.cacheward.redis.client.external;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The node of a cluster that has a key.
 *
 * @param host a name or an address; empty if it is the one that was asked
 */
record Redirection(Optional<String> host, int port) {
    private static final Pattern MOVED = Pattern.compile("MOVED [0-9]{1,5} ([A-Za-z0-9._:-]{0,255}):([0-9]{1,5})");

    /** Reads an error of a server; empty if it is none that names another node. */
    static Optional<Redirection> read(String reply) {
        Matcher matcher = MOVED.matcher(reply);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int port = Integer.parseInt(matcher.group(2));
        return Optional.of(new Redirection(Optional.of(matcher.group(1)).filter(host -> !host.isEmpty()), port))
                .filter(read -> port > 0 && port < 65_536);
    }
}
