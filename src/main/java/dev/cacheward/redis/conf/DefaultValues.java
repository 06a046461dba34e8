package dev.cacheward.redis.conf;

import dev.cacheward.redis.ServerVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The values that parameters have on a server that was given none, as it prints them. Those that every server of ours is given
 * are not here.
 */
final class DefaultValues {
    private static final Map<String, List<VersionedDefault>> DEFAULTS = CatalogueFile.rows("defaults.csv", 4).stream()
            .collect(Collectors.groupingBy(
                    row -> row.get(0),
                    Collectors.mapping(
                            row -> new VersionedDefault(row.get(3), new ServerVersions(row.get(1), row.get(2))),
                            Collectors.toUnmodifiableList())));

    private DefaultValues() {}

    /** The default on some of the servers. */
    private record VersionedDefault(String value, ServerVersions servers) {}

    /** Whether something holds for the default of every server; false if none is known. */
    static boolean everywhere(String name, Predicate<String> rule) {
        List<VersionedDefault> defaults = DEFAULTS.getOrDefault(name, List.of());
        return !defaults.isEmpty()
                && defaults.stream().map(VersionedDefault::value).allMatch(rule);
    }

    static Optional<String> of(String name, ServerVersion server) {
        return DEFAULTS.getOrDefault(name, List.of()).stream()
                .filter(one -> one.servers().include(server))
                .map(VersionedDefault::value)
                .findFirst();
    }
}
