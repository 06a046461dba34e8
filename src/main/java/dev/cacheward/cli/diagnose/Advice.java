package dev.cacheward.cli.diagnose;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What to do about each reason, from the table of conditions.md, which the jar holds. */
final class Advice {
    private static final String PAGE = "conditions.md";
    private static final int COLUMNS = 4;

    private final Map<String, String> byReason;

    private Advice(Map<String, String> byReason) {
        this.byReason = Map.copyOf(byReason);
    }

    /** Reads the page in the jar. */
    static Advice load() {
        try (InputStream page = Advice.class.getResourceAsStream(PAGE)) {
            return parse(new String(page.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Advice parse(String page) {
        Map<String, String> byReason = new HashMap<>();
        page.lines().filter(line -> line.startsWith("| `")).map(Advice::cells).forEach(cells -> {
            if (cells.size() == COLUMNS) {
                byReason.put(plain(cells.get(0)), plain(cells.get(3)));
            }
        });
        return new Advice(byReason);
    }

    /** Returns what to do; empty for a reason that the page does not have, or if there is nothing to do. */
    String on(String reason) {
        String advice = byReason.getOrDefault(reason, "");
        return advice.equals("Nothing.") ? "" : advice;
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.strip().split("(?<!\\\\)\\|"))
                .skip(1)
                .map(String::strip)
                .toList();
    }

    /** Returns the text without the marks of Markdown. A link becomes its words; one to a runbook is left out, since it says no more. */
    private static String plain(String cell) {
        return cell.replaceAll("\\s*\\[Runbook]\\([^)]*\\)\\.", "")
                .replaceAll("\\[([^]]+)]\\([^)]*\\)", "$1")
                .replace("`", "")
                .replace("\\|", "|");
    }
}
