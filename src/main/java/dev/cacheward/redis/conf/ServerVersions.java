package dev.cacheward.redis.conf;

import dev.cacheward.redis.Product;
import dev.cacheward.redis.ServerVersion;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The servers that have something in common.
 *
 * @param redis the versions of Redis: {@code 7.2} (from there on), {@code 7.0..7.4} (both included), or empty (none)
 * @param valkey the versions of Valkey, likewise
 */
record ServerVersions(String redis, String valkey) {
    boolean include(ServerVersion server) {
        String range = server.product() == Product.REDIS ? redis : valkey;
        if (range.isEmpty()) {
            return false;
        }
        String[] ends = range.split("\\.\\.");
        int version = order(server);
        return order(server, ends[0]) <= version && (ends.length == 1 || version <= order(server, ends[1]));
    }

    /** For a person: {@code Redis 7.0 to 7.2, Valkey 8.0 and later}. */
    String words() {
        return Stream.of(words(Product.REDIS, redis), words(Product.VALKEY, valkey))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    private static Optional<String> words(Product product, String range) {
        if (range.isEmpty()) {
            return Optional.empty();
        }
        String[] ends = range.split("\\.\\.");
        String first = product.title() + " " + ends[0];
        if (ends.length == 1) {
            return Optional.of(first + " and later");
        }
        return Optional.of(ends[0].equals(ends[1]) ? first : first + " to " + ends[1]);
    }

    private static int order(ServerVersion server, String bound) {
        return order(ServerVersion.parse(server.product(), bound));
    }

    private static int order(ServerVersion version) {
        return version.major() * 1000 + version.minor();
    }
}
