package dev.cacheward.redis.conf;

import dev.cacheward.redis.Product;
import dev.cacheward.redis.ServerVersion;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The columns of parameters.csv that tell servers apart. The operator does not read them.
 *
 * @param live whether every supported server takes the parameter by CONFIG SET; else it needs a restart
 * @param redis the versions that know it: {@code 7.2} (from there on), {@code 7.0..7.4} (both included), or empty (none)
 * @param valkey likewise
 */
record CatalogueRow(String name, boolean live, String redis, String valkey) {
    static Map<String, CatalogueRow> byName() {
        return CatalogueFile.rows("parameters.csv", 6).stream()
                .map(CatalogueRow::of)
                .collect(Collectors.toUnmodifiableMap(CatalogueRow::name, Function.identity()));
    }

    /** Whether that server knows the parameter. */
    boolean knownTo(ServerVersion server) {
        String range = server.product() == Product.REDIS ? redis : valkey;
        if (range.isEmpty()) {
            return false;
        }
        String[] ends = range.split("\\.\\.");
        int version = order(server);
        return order(server, ends[0]) <= version && (ends.length == 1 || version <= order(server, ends[1]));
    }

    private static CatalogueRow of(List<String> row) {
        return new CatalogueRow(row.get(0), row.get(1).equals("live"), row.get(3), row.get(4));
    }

    private static int order(ServerVersion server, String bound) {
        return order(ServerVersion.parse(server.product(), bound));
    }

    private static int order(ServerVersion version) {
        return version.major() * 1000 + version.minor();
    }
}
