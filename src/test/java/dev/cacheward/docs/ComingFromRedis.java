package dev.cacheward.docs;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The page that maps the habits of a Redis of one's own to what one does now, and what can be run of it. */
public final class ComingFromRedis {
    static final DocPage PAGE = DocPage.named("coming-from-redis.md");

    private static final Pattern SPAN = Pattern.compile("`([^`]+)`");
    private static final Pattern COMMAND = Pattern.compile("(kubectl|ask|java -jar) .*");

    private ComingFromRedis() {}

    /** The manifests of the page. */
    public static String manifests() {
        return fence("yaml");
    }

    /** The settings of a Python application that the page imports. */
    public static String settings() {
        return fence("python");
    }

    /** What a reader puts into the shell first. */
    public static String shell() {
        return fence("sh");
    }

    /** Every command in its tables that is for now, in order. */
    public static List<String> commands() {
        return rows().stream()
                .flatMap(row -> row.subList(1, row.size()).stream())
                .flatMap(ComingFromRedis::spans)
                .filter(span -> COMMAND.matcher(span).matches())
                .toList();
    }

    /** Every other code in those columns: fields, reasons, alerts and the like. */
    static List<String> words() {
        return rows().stream()
                .flatMap(row -> row.subList(1, row.size()).stream())
                .flatMap(ComingFromRedis::spans)
                .filter(span -> !COMMAND.matcher(span).matches())
                .distinct()
                .toList();
    }

    /** The cells of each row of its tables. */
    static List<List<String>> rows() {
        return PAGE.text()
                .lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| ---") && !line.startsWith("| what "))
                .map(line -> Stream.of(line.substring(1, line.length() - 1).split("\\|"))
                        .map(String::strip)
                        .toList())
                .toList();
    }

    /** The code within a text. */
    static Stream<String> spans(String text) {
        return SPAN.matcher(text).results().map((MatchResult span) -> span.group(1));
    }

    private static String fence(String language) {
        return Pattern.compile("(?s)```" + language + "\n(.*?)```")
                .matcher(PAGE.text())
                .results()
                .map((MatchResult fence) -> fence.group(1))
                .findFirst()
                .orElseThrow();
    }
}
