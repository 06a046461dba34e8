package dev.cacheward.redis.conf;

import dev.cacheward.redis.ServerVersion;
import dev.cacheward.validation.Problem;
import dev.cacheward.validation.Quote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Says which parameters of redis.conf a user may set, so that a mistake is found before a server sees it. As in Redis, letter
 * case does not matter in names.
 */
public final class ConfigParameters {
    private ConfigParameters() {}

    /** Whether a parameter, in lower case, is never set by a user, so that a line with it is the operator's own. */
    public static boolean isReserved(String name) {
        return ParameterCatalogue.whyProtected(name).isPresent();
    }

    /** Says who sets a parameter, in lower case, that a user never sets; empty if the user may set it. */
    public static Optional<String> whyReserved(String name) {
        return ParameterCatalogue.whyProtected(name);
    }

    /** Whether every supported server that knows the parameter, in lower case, has this value if it is given none. */
    public static boolean isDefault(String name, String value) {
        return ParameterCatalogue.find(name)
                .filter(parameter -> DefaultValues.everywhere(
                        name,
                        standard -> parameter.values().stream()
                                .allMatch(one ->
                                        one.value().canonical(value, standard).equals(standard))))
                .isPresent();
    }

    /**
     * Returns at most one problem for each parameter, in the order of their names.
     *
     * @param field the path of the map; a problem's field is this path and the parameter's name
     * @param server the server that will read them; empty if it is not known. Then what any supported server takes is right
     */
    public static List<Problem> check(String field, Map<String, String> parameters, Optional<ServerVersion> server) {
        Optional<ServerVersion> known = server.filter(ParameterCatalogue::knows);
        List<Problem> problems = new ArrayList<>();
        Map<String, String> taken = new HashMap<>();
        new TreeMap<>(parameters)
                .forEach((name, value) -> refusal(name, value, known)
                        .or(() -> twice(name, taken))
                        .ifPresent(message -> problems.add(new Problem(field + "." + Quote.printable(name), message))));
        return List.copyOf(problems);
    }

    private static Optional<String> refusal(String name, String value, Optional<ServerVersion> server) {
        String known = name.toLowerCase(Locale.ROOT);
        return ParameterCatalogue.whyProtected(known)
                .map(why -> Quote.of(name) + " cannot be set here: " + why)
                .or(() -> ParameterCatalogue.find(known)
                        .map(parameter -> wrongValue(parameter, value, server))
                        .orElseGet(() -> Optional.of(unknown(name))));
    }

    private static Optional<String> wrongValue(Parameter parameter, String value, Optional<ServerVersion> server) {
        if (value.codePoints().anyMatch(Character::isISOControl)) {
            return Optional.of("the value " + Quote.of(value)
                    + " has a control character (such as a line break or NUL), which no parameter takes");
        }
        return parameter.violation(value, server);
    }

    private static String unknown(String name) {
        return Quote.of(name) + " is no parameter of a supported server"
                + ParameterCatalogue.nearest(name.toLowerCase(Locale.ROOT))
                        .map(near -> "; did you mean " + Quote.of(near) + "?")
                        .orElse("; see the redis.conf of your version for those that are");
    }

    /**
     * Refuses a parameter that is given by two names or in two letter cases: the last one would win, and nobody could tell
     * which that is.
     */
    private static Optional<String> twice(String name, Map<String, String> taken) {
        String known = name.toLowerCase(Locale.ROOT);
        String same = ParameterCatalogue.find(known).map(Parameter::sameAs).orElse(known);
        return Optional.ofNullable(taken.putIfAbsent(same, name))
                .map(first -> "the same parameter as " + Quote.of(first) + "; give one of them only");
    }
}
