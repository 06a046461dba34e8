package dev.cacheward.redis.conf;

import dev.cacheward.redis.ServerVersion;
import dev.cacheward.redis.conf.value.ParameterValue;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * This catalogue lists the parameters as the servers report them: their names by CONFIG GET, their values by the error for a
 * wrong one. All names are in lower case. It is made from the recorded answers of the servers that {@code asked-servers.csv}
 * names; nobody writes it by hand. A test compares the record with every server at hand. The column {@code change}
 * says whether those servers take the parameter while they run.
 */
final class ParameterCatalogue {
    private static final Map<String, Parameter> PARAMETERS =
            CatalogueFile.rows("parameters.csv", 6).stream()
                    .collect(Collectors.groupingBy(row -> row.get(0)))
                    .values()
                    .stream()
                    .map(ParameterCatalogue::parameter)
                    .collect(Collectors.toUnmodifiableMap(Parameter::name, Function.identity()));

    private static final Set<List<String>> ASKED = Set.copyOf(CatalogueFile.rows("asked-servers.csv", 2));
    /** The keys are names, or beginnings of names followed by {@code *}; they keep the order of the file. */
    private static final Map<String, String> PROTECTED = protectedParameters();

    private ParameterCatalogue() {}

    static Optional<Parameter> find(String name) {
        return Optional.ofNullable(PARAMETERS.get(name));
    }

    /** Whether a server of the same minor version was asked; what another one takes is not known. */
    static boolean knows(ServerVersion server) {
        return ASKED.contains(List.of(server.product().title(), server.major() + "." + server.minor()));
    }

    /** Says who sets a parameter that the user may not set, or why it is not set; empty if the user may set it. */
    static Optional<String> whyProtected(String name) {
        return PROTECTED.entrySet().stream()
                .filter(entry -> matches(entry.getKey(), name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Returns the known name with the most similar spelling; empty if none is close. */
    static Optional<String> nearest(String name) {
        return PARAMETERS.keySet().stream()
                .min(Comparator.<String>comparingInt(known -> EditDistance.distance(known, name))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(known -> EditDistance.distance(known, name) <= Math.max(1, name.length() / 3));
    }

    private static boolean matches(String pattern, String name) {
        return pattern.endsWith("*")
                ? name.startsWith(pattern.substring(0, pattern.length() - 1))
                : name.equals(pattern);
    }

    private static Parameter parameter(List<List<String>> rows) {
        List<Parameter.VersionedValue> values = rows.stream()
                .map(row -> new Parameter.VersionedValue(
                        new ParameterValue(row.get(2)),
                        new ServerVersions(row.get(3), row.get(4)),
                        row.get(1).equals("live")))
                .toList();
        List<String> first = rows.get(0);
        return new Parameter(first.get(0), values, first.get(5).isEmpty() ? first.get(0) : first.get(5));
    }

    private static Map<String, String> protectedParameters() {
        Map<String, String> reasons = new LinkedHashMap<>();
        CatalogueFile.rows("protected-parameters.csv", 2).forEach(row -> reasons.put(row.get(0), row.get(1)));
        return reasons;
    }
}
