package dev.cacheward.redis.conf;

import dev.cacheward.api.v1alpha1.EvictionPolicy;
import dev.cacheward.redis.ServerVersion;
import dev.cacheward.redis.conf.value.ParameterValue;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says which parameters are changed on a server while it runs, and whether what it prints is what it was told. As in Redis,
 * letter case does not matter in names.
 */
public final class LiveParameters {
    private static final Pattern NUMBER = Pattern.compile("0|[1-9]\\d{0,19}");

    /**
     * The operator's own, which users set by other fields. {@code save} and {@code appendonly} are left out on purpose: the
     * servers take them too, but data is lost unless the persistence mode changes step by step.
     */
    private static final Map<String, ParameterValue> OWN = Map.of(
            "maxmemory", new ParameterValue("memory 0.." + Long.MAX_VALUE),
            "maxmemory-policy",
                    new ParameterValue(Stream.of(EvictionPolicy.values())
                            .map(EvictionPolicy::redisName)
                            .collect(Collectors.joining("|"))),
            "appendfsync", new ParameterValue("always|everysec|no"),
            "port", new ParameterValue("0..65535"),
            "tls-auth-clients", new ParameterValue("no|optional|yes"),
            "tls-replication", new ParameterValue("no|yes"),
            "tls-protocols", new ParameterValue("text"));

    /** CONFIG SET says OK to numbers beyond these and takes the nearest. */
    private static final Map<String, Clamp> CLAMPED = Map.of(
            "hz", new Clamp(1, 500),
            "repl-backlog-size", new Clamp(16384, Long.MAX_VALUE));

    private LiveParameters() {}

    private record Clamp(long lowest, long highest) {
        String of(String number) {
            return new BigInteger(number)
                    .max(BigInteger.valueOf(lowest))
                    .min(BigInteger.valueOf(highest))
                    .toString();
        }
    }

    /**
     * Whether an edit of the parameter is made on the running server, by CONFIG SET. False as well for what that server does
     * not list.
     */
    public static boolean isLive(String name, ServerVersion server) {
        String known = lower(name);
        return OWN.containsKey(known)
                || ParameterCatalogue.find(known)
                        .flatMap(parameter -> parameter.on(server))
                        .filter(Parameter.VersionedValue::live)
                        .isPresent();
    }

    /**
     * Returns the value to set when the parameter is no longer given. Empty for what that server does not list, and for what
     * the operator always writes: there its own settings say it.
     */
    public static Optional<String> defaultOf(String name, ServerVersion server) {
        return DefaultValues.of(lower(name), server);
    }

    /**
     * Returns what CONFIG GET prints after CONFIG SET was given the value; one that is not allowed comes back as it is. CONFIG
     * SET takes the result too, and is better given it: of {@code client-output-buffer-limit} it leaves the classes that are
     * not named as they are, while here they have their defaults, as after a restart.
     */
    public static String canonical(String name, String value, ServerVersion server) {
        String printed = unclamped(name, value, server);
        return clamp(name)
                .filter(clamp -> isNumber(printed))
                .map(clamp -> clamp.of(printed))
                .orElse(printed);
    }

    /**
     * Whether the server has the value that it should have.
     *
     * @param wanted as a user writes it
     * @param found as CONFIG GET prints it
     */
    public static boolean agrees(String name, String wanted, String found, ServerVersion server) {
        return canonical(name, wanted, server).equals(found)
                || clamp(name).isPresent() && unclamped(name, wanted, server).equals(found)
                || lower(name).equals("maxclients") && isLower(found, wanted);
    }

    /** What stands in the file is not always clamped when it is read. */
    private static String unclamped(String name, String value, ServerVersion server) {
        String standard = defaultOf(name, server).orElse("");
        return rule(lower(name), server)
                .map(rule -> rule.canonical(value, standard))
                .orElse(value);
    }

    /** A server that may open few files lowers the number in the file without an error. */
    private static boolean isLower(String found, String wanted) {
        return isNumber(found) && isNumber(wanted) && new BigInteger(found).compareTo(new BigInteger(wanted)) < 0;
    }

    private static Optional<ParameterValue> rule(String name, ServerVersion server) {
        return Optional.ofNullable(OWN.get(name))
                .or(() -> ParameterCatalogue.find(name)
                        .flatMap(parameter -> parameter.on(server))
                        .map(Parameter.VersionedValue::value));
    }

    private static Optional<Clamp> clamp(String name) {
        return Optional.ofNullable(CLAMPED.get(lower(name)));
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
