package dev.cacheward.cacheprofile.report;

import dev.cacheward.redis.Product;
import dev.cacheward.redis.ServerVersion;
import dev.cacheward.redis.conf.CommandsConf;
import dev.cacheward.redis.conf.ConfigParameters;
import dev.cacheward.validation.Quote;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in the last lines of a server's log why it ended. */
final class ServerLog {
    private static final String CONFIG_ERROR = "FATAL CONFIG FILE ERROR";
    /** {@code 1:M 23 Nov 2026 09:45:00.123}. */
    private static final String PREFIX = "\\d+:[A-Z] \\d+ \\S+ \\d{4} [\\d:.]+ ";

    /** {@code FATAL CONFIG FILE ERROR (Redis 6.2.14)}; Valkey writes Version, and Redis 5 neither. */
    private static final Pattern GREETING = Pattern.compile(CONFIG_ERROR + " \\(([A-Za-z]+) ([0-9][0-9.]*)\\)");

    private static final int LONGEST = 300;

    private ServerLog() {}

    /** Whether the server ended because it refused its configuration. */
    static boolean refusesConfiguration(String log) {
        return log.contains(CONFIG_ERROR);
    }

    /** Whether the server ended because it could not write its append-only file, which it must do at once. */
    static boolean cannotAppend(String log) {
        return log.contains("Can't recover from AOF write error");
    }

    /**
     * Returns why the author of the spec did not cause the refusal: the server is not supported, or it refuses a line that the
     * operator writes itself; empty otherwise.
     */
    static Optional<String> notTheAuthors(String log) {
        return unsupported(log)
                .map(server -> server + " is not supported: choose an image of " + ServerVersion.SUPPORTED)
                .or(() -> refusedLine(log)
                        .filter(line -> ConfigParameters.isReserved(directive(line)))
                        .map(line ->
                                "The server does not take " + line + ", a line that the operator writes itself: is it "
                                        + ServerVersion.SUPPORTED + "? Others are not supported"));
    }

    private static Optional<String> unsupported(String log) {
        Matcher greeting = GREETING.matcher(log);
        if (!greeting.find()) {
            return Optional.empty();
        }
        String name = greeting.group(1);
        boolean redis = name.equals(Product.REDIS.title());
        ServerVersion version = ServerVersion.parse(redis ? Product.REDIS : Product.VALKEY, greeting.group(2));
        if (redis || name.equals("Version") || name.equals(Product.VALKEY.title())) {
            return Optional.of(version).filter(known -> !known.supported()).map(ServerVersion::toString);
        }
        return Optional.of(name + " " + greeting.group(2));
    }

    private static Optional<String> refusedLine(String log) {
        return log.lines()
                .map(String::strip)
                .filter(line -> line.startsWith(">>>") && !mayHoldASecret(line))
                .map(line -> Quote.shortened(line.substring(3).strip(), LONGEST))
                .findFirst();
    }

    private static String directive(String line) {
        return line.replaceFirst("^'?\\s*([^\\s']*).*$", "$1").toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the one or two lines that give the reason. A line of a secret file is not quoted.
     *
     * @param log what Redis printed last: {@code >>> 'line'} and the cause beneath it
     */
    static String complaint(String log) {
        List<String> lines =
                log.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        Optional<String> quoted =
                lines.stream().filter(line -> line.startsWith(">>>")).findFirst();
        if (quoted.isPresent()) {
            int cause = lines.indexOf(quoted.get()) + 1;
            String why = cause < lines.size() ? lines.get(cause) : "refused";
            String line = quoted.get().substring(3).strip();
            return cut((mayHoldASecret(line) ? "a renamed command" : line) + ": " + why);
        }
        return lines.isEmpty() ? "it said nothing" : cut(lastWords(lines));
    }

    /** Whether the line is a rename, which may hold the secret name of CONFIG. */
    private static boolean mayHoldASecret(String line) {
        return line.contains(CommandsConf.DIRECTIVE);
    }

    /** Returns the last line, and a warning before it: a server logs what is wrong before it logs that it ends. */
    private static String lastWords(List<String> lines) {
        String last = words(lines.get(lines.size() - 1));
        return lines.size() > 1 && lines.get(lines.size() - 2).matches(PREFIX + "# .*")
                ? words(lines.get(lines.size() - 2)) + "; " + last
                : last;
    }

    /** Removes the time, which changes at each attempt and would cost a status write. */
    private static String words(String line) {
        return line.replaceFirst("^" + PREFIX + ". ", "");
    }

    /** Removes the full stop, since the text is quoted inside a sentence, and limits the length. */
    private static String cut(String words) {
        String text = words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
        return Quote.shortened(text, LONGEST);
    }
}
