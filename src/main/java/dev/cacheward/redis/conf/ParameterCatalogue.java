package dev.cacheward.redis.conf;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * This catalogue lists the parameters as the servers report them, from Redis 7.0 to 8.2 and Valkey 8.0 to 9.1: their names by
 * CONFIG GET, their values by the error for a wrong one. All names are in lower case. The columns {@code change}, {@code redis}
 * and {@code valkey} of the file say which parameters a running server takes and which versions know one. Only a test reads
 * them: it compares the whole file with every server at hand.
 */
final class ParameterCatalogue {
    private static final Map<String, Parameter> PARAMETERS = CatalogueFile.rows("parameters.csv", 6).stream()
            .map(ParameterCatalogue::parameter)
            .collect(Collectors.toUnmodifiableMap(Parameter::name, Function.identity()));
    /** The keys are names, or beginnings of names followed by {@code *}; they keep the order of the file. */
    private static final Map<String, String> PROTECTED = protectedParameters();

    private ParameterCatalogue() {}

    static Optional<Parameter> find(String name) {
        return Optional.ofNullable(PARAMETERS.get(name));
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

    private static Parameter parameter(List<String> row) {
        return new Parameter(
                row.get(0), new ParameterValue(row.get(2)), row.get(5).isEmpty() ? row.get(0) : row.get(5));
    }

    private static Map<String, String> protectedParameters() {
        Map<String, String> reasons = new LinkedHashMap<>();
        CatalogueFile.rows("protected-parameters.csv", 2).forEach(row -> reasons.put(row.get(0), row.get(1)));
        return reasons;
    }
}
