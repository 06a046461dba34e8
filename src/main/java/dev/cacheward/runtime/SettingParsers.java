package dev.cacheward.runtime;

import dev.cacheward.runtime.log.LogFormat;
import dev.cacheward.runtime.log.LogLevel;
import dev.cacheward.validation.Durations;
import dev.cacheward.validation.Parsed;
import dev.cacheward.validation.Quote;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Parses the text of each setting. The text is never blank, since then the default applies. */
final class SettingParsers {
    /** A label of RFC 1123, as Kubernetes requires for the name of a namespace. */
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");

    /** Refuses only what can never be an image; whether an image exists is found out by the kubelet. */
    private static final Pattern IMAGE = Pattern.compile("[a-zA-Z0-9][-a-zA-Z0-9._:/@]{0,511}");

    /** The name of a pod or a host; only hosts use capitals. */
    private static final Pattern POD_NAME = Pattern.compile("[a-zA-Z0-9]([-a-zA-Z0-9.]{0,251}[a-zA-Z0-9])?");

    /** A subdomain of RFC 1123, as Kubernetes requires for the names of most objects. */
    private static final Pattern OBJECT =
            Pattern.compile("(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");

    private static final int MOST_REQUESTS = 999_999_999;
    private static final int HIGHEST_PORT = 65_535;
    private static final int SHORTEST_INTERVAL = 10;
    private static final int LONGEST_INTERVAL = 3600;
    /** In seconds. This is far below the minutes after which a reconciliation counts as stuck. */
    private static final int LONGEST_TIMEOUT = 10;

    private static final String LABEL_RULE =
            "1 to 63 lower case letters, digits and '-', the first and the last no '-'";

    private static final Pattern KEY_PREFIX = Pattern.compile("[A-Za-z0-9][-A-Za-z0-9._/]{0,316}");

    private SettingParsers() {}

    static Parsed<Set<String>> namespaces(String text) {
        Set<String> names = new TreeSet<>();
        for (String name : Arrays.stream(text.split(",", -1)).map(String::strip).toList()) {
            if (!LABEL.matcher(name).matches()) {
                return invalid(text, Quote.of(name) + " in it is not a namespace; allowed are names of " + LABEL_RULE);
            }
            if (!names.add(name)) {
                return invalid(text, Quote.of(name) + " stands in it twice");
            }
        }
        return new Parsed.Valid<>(names);
    }

    static Parsed<Set<String>> prefixes(String text) {
        Set<String> prefixes = new TreeSet<>();
        for (String prefix :
                Arrays.stream(text.split(",", -1)).map(String::strip).toList()) {
            if (!KEY_PREFIX.matcher(prefix).matches()) {
                return invalid(
                        text,
                        Quote.of(prefix) + " in it begins no key; allowed are letters, digits, '.', '/', '_' and '-'");
            }
            prefixes.add(prefix);
        }
        return new Parsed.Valid<>(prefixes);
    }

    static boolean isObjectName(String text) {
        return OBJECT.matcher(text).matches();
    }

    static Parsed<String> image(String text) {
        return IMAGE.matcher(text).matches()
                ? new Parsed.Valid<>(text)
                : invalid(text, "not an image; allowed is registry/name:tag or registry/name@digest, without blanks");
    }

    static Parsed<RunAs> runAs(String text) {
        if (text.equals("platform")) {
            return new Parsed.Valid<>(new RunAs.Platform());
        }
        OptionalLong uid = number(text, 1, RunAs.Uid.HIGHEST);
        return uid.isPresent()
                ? new Parsed.Valid<>(new RunAs.Uid(uid.getAsLong()))
                : invalid(text, "allowed are a user id from 1 to " + RunAs.Uid.HIGHEST + ", or platform");
    }

    static Parsed<Optional<ClusterDomain>> clusterDomain(String text) {
        Optional<ClusterDomain> domain = ClusterDomain.parse(text);
        return domain.isPresent()
                ? new Parsed.Valid<>(domain)
                : invalid(
                        text,
                        "not a domain such as cluster.local; allowed are 1 to " + ClusterDomain.LONGEST
                                + " lower case letters, digits, '-' and '.', each part between dots with a letter or digit"
                                + " at both ends");
    }

    static Parsed<Optional<String>> namespace(String text) {
        return LABEL.matcher(text).matches()
                ? new Parsed.Valid<>(Optional.of(text))
                : invalid(text, "not a namespace; allowed are " + LABEL_RULE);
    }

    static Parsed<LogLevel> logLevel(String text) {
        String wanted = text.toUpperCase(Locale.ROOT);
        return List.of(LogLevel.values()).stream()
                .filter(level -> level.name().equals(wanted))
                .findFirst()
                .<Parsed<LogLevel>>map(Parsed.Valid::new)
                .orElseGet(() -> invalid(text, "allowed are error, warn, info and debug"));
    }

    static Parsed<Duration> reconcileInterval(String text) {
        return seconds(text, SHORTEST_INTERVAL, LONGEST_INTERVAL);
    }

    static Parsed<Duration> redisTimeout(String text) {
        return seconds(text, 1, LONGEST_TIMEOUT);
    }

    private static Parsed<Duration> seconds(String text, long least, long most) {
        OptionalLong seconds = number(text, least, most);
        return seconds.isPresent()
                ? new Parsed.Valid<>(Duration.ofSeconds(seconds.getAsLong()))
                : invalid(
                        text,
                        "allowed is a whole number of seconds from " + least + " to " + most + ", without a unit");
    }

    static Parsed<LogFormat> logFormat(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "text" -> new Parsed.Valid<>(LogFormat.TEXT);
            case "json" -> new Parsed.Valid<>(LogFormat.JSON);
            default -> invalid(text, "allowed are text and json");
        };
    }

    static Parsed<Boolean> flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> new Parsed.Valid<>(true);
            case "false" -> new Parsed.Valid<>(false);
            default -> invalid(text, "allowed are true and false");
        };
    }

    static Parsed<String> lease(String text) {
        return OBJECT.matcher(text).matches()
                ? new Parsed.Valid<>(text)
                : invalid(
                        text,
                        "not the name of a Lease; allowed are 1 to 253 lower case letters, digits, '-' and '.', each part"
                                + " between dots with a letter or digit at both ends");
    }

    static Parsed<Optional<String>> podName(String text) {
        return POD_NAME.matcher(text).matches()
                ? new Parsed.Valid<>(Optional.of(text))
                : invalid(text, "not the name of a pod; allowed are 1 to 253 letters, digits, '-' and '.'");
    }

    static Parsed<Optional<Integer>> port(String text) {
        OptionalLong port = number(text, 1, HIGHEST_PORT);
        return port.isPresent()
                ? new Parsed.Valid<>(Optional.of((int) port.getAsLong()))
                : invalid(text, "allowed is a port from 1 to " + HIGHEST_PORT);
    }

    static Parsed<Optional<Duration>> ttl(String text) {
        Optional<Duration> duration = Durations.parse(text).filter(found -> !found.isZero());
        return duration.isPresent()
                ? new Parsed.Valid<>(duration)
                : invalid(text, "allowed is a duration of d, h, m and s, such as 10s, 1h30m or 1d");
    }

    static Parsed<Optional<Long>> rate(String text) {
        OptionalLong rate = number(text, 1, MOST_REQUESTS);
        return rate.isPresent()
                ? new Parsed.Valid<>(Optional.of(rate.getAsLong()))
                : invalid(text, "allowed is a whole number from 1 to " + MOST_REQUESTS);
    }

    private static OptionalLong number(String text, long least, long most) {
        if (!text.matches("[0-9]{1,10}")) {
            return OptionalLong.empty();
        }
        long number = Long.parseLong(text);
        return number < least || number > most ? OptionalLong.empty() : OptionalLong.of(number);
    }

    private static <T> Parsed<T> invalid(String text, String why) {
        return new Parsed.Invalid<>(Quote.of(text) + ": " + why);
    }
}
