package dev.cacheward.redis.conf;

import dev.cacheward.redis.ServerVersion;
import dev.cacheward.redis.conf.value.ParameterValue;
import dev.cacheward.validation.Quote;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One parameter of redis.conf that a user may set.
 *
 * @param values what the servers take, at least one; each server is in at most one of them
 * @param sameAs the name under which all servers know it, for one that has two; else its own
 */
record Parameter(String name, List<VersionedValue> values, String sameAs) {
    /**
     * What some of the servers take.
     *
     * @param live whether they take it while they run
     */
    record VersionedValue(ParameterValue value, ServerVersions servers, boolean live) {}

    Parameter {
        values = List.copyOf(values);
    }

    /**
     * Says what is wrong with the value on that server; empty if nothing is.
     *
     * @param server empty if it is not known: then the value is right if any supported server takes it. So it is for a server
     *     that does not list the parameter, since some take old ones without a word
     */
    Optional<String> violation(String value, Optional<ServerVersion> server) {
        return server.flatMap(known -> on(known)
                        .map(one ->
                                one.value().violation(value).map(allowed -> quoted(value) + allowed + " on " + known)))
                .orElseGet(() -> violation(value));
    }

    /** What the server takes; empty if it does not list the parameter. */
    Optional<VersionedValue> on(ServerVersion server) {
        return values.stream().filter(one -> one.servers().include(server)).findFirst();
    }

    private Optional<String> violation(String value) {
        List<Optional<String>> violations = values.stream()
                .map(known -> known.value().violation(value).map(allowed -> allowed + servers(known)))
                .toList();
        return violations.stream().allMatch(Optional::isPresent)
                ? Optional.of(quoted(value)
                        + violations.stream().flatMap(Optional::stream).collect(Collectors.joining(", or ")))
                : Optional.empty();
    }

    private static String quoted(String value) {
        return "the value " + Quote.of(value) + " must be ";
    }

    /** Names the servers where it matters: if there are several rules. */
    private String servers(VersionedValue known) {
        return values.size() == 1 ? "" : " (" + known.servers().words() + ")";
    }
}
