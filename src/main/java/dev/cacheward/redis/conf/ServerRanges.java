package dev.cacheward.redis.conf;

import dev.cacheward.redis.Product;
import dev.cacheward.redis.ServerVersion;
import java.util.ArrayList;
import java.util.List;

/**
 * Says which servers know a parameter.
 *
 * @param redis {@code 7.2} (from there on), {@code 7.0..7.4} (both included), or empty (never)
 * @param valkey likewise
 */
record ServerRanges(String redis, String valkey) {
    /** Whether that server knows the parameter. */
    boolean includes(ServerVersion server) {
        String range = server.product() == Product.REDIS ? redis : valkey;
        if (range.isEmpty()) {
            return false;
        }
        ServerVersion first = bound(server, range, 0);
        ServerVersion last = range.contains("..") ? bound(server, range, 1) : server;
        return server.isAtLeast(first.major(), first.minor()) && last.isAtLeast(server.major(), server.minor());
    }

    /** Returns words such as {@code Redis 7.2 and later, Valkey 8.0 to 9.0}. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        add(parts, Product.REDIS, redis);
        add(parts, Product.VALKEY, valkey);
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, Product product, String range) {
        if (!range.isEmpty()) {
            parts.add(product.title() + " " + words(range));
        }
    }

    private static String words(String range) {
        String[] ends = range.split("\\.\\.");
        if (ends.length == 1) {
            return range + " and later";
        }
        return ends[0].equals(ends[1]) ? ends[0] + " only" : ends[0] + " to " + ends[1];
    }

    private static ServerVersion bound(ServerVersion server, String range, int index) {
        return ServerVersion.parse(server.product(), range.split("\\.\\.")[index]);
    }
}
