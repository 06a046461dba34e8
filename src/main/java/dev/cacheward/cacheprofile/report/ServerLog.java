package dev.cacheward.cacheprofile.report;

import dev.cacheward.redis.conf.CommandsConf;
import dev.cacheward.validation.Quote;
import java.util.List;
import java.util.Optional;

/** Finds in the last lines of a server's log why it ended. */
final class ServerLog {
    private static final String CONFIG_ERROR = "FATAL CONFIG FILE ERROR";
    /** {@code 1:M 23 Nov 2026 09:45:00.123}. */
    private static final String PREFIX = "\\d+:[A-Z] \\d+ \\S+ \\d{4} [\\d:.]+ ";

    private static final int LONGEST = 300;

    private ServerLog() {}

    /** Whether the server ended because it refused its configuration. */
    static boolean refusesConfiguration(String log) {
        return log.contains(CONFIG_ERROR);
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
