package dev.cacheward.cli.imports.env;

import dev.cacheward.cli.imports.report.Item;
import dev.cacheward.cli.imports.report.Ledger;
import dev.cacheward.cli.imports.report.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a {@code .env} file as Docker Compose does. Where other readers differ, the values that matter here do not: names, numbers,
 * times and URLs.
 */
public final class DotEnvReader {
    private static final Pattern LINE =
            Pattern.compile("(\\s*)(?:export\\s+)?([A-Za-z_][A-Za-z0-9_.-]*)\\s*[=:]\\s*(.*)", Pattern.DOTALL);

    private final String file;
    private final List<Variable> variables = new ArrayList<>();
    private final Map<String, String> known = new LinkedHashMap<>();

    private DotEnvReader(String file) {
        this.file = file;
    }

    /** A variable, after quotes and references were resolved. */
    public record Variable(Item item, String value) {}

    /** Returns the variables in their order. Lines that are none are told to the ledger. */
    public static List<Variable> read(String file, String text, Ledger ledger) {
        DotEnvReader reader = new DotEnvReader(file);
        String[] lines = text.split("\\r?\\n", -1);
        int at = 0;
        while (at < lines.length) {
            at += reader.line(lines, at, ledger);
        }
        return reader.variables;
    }

    /** Returns how many lines were read. */
    private int line(String[] lines, int at, Ledger ledger) {
        String line = lines[at];
        if (line.isBlank() || line.strip().startsWith("#")) {
            return 1;
        }
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            ledger.left(new Item(new Place(file, at + 1, 1), "this line"), "it is not of the form NAME=value", "");
            return 1;
        }
        StringBuilder raw = new StringBuilder(parts.group(3));
        int count = 1;
        while (isOpen(raw) && at + count < lines.length) {
            raw.append('\n').append(lines[at + count]);
            count++;
        }
        Item item = new Item(new Place(file, at + 1, parts.start(2) + 1), parts.group(2));
        if (isQuoted(raw) && end(raw.toString()) < 0) {
            ledger.left(item, "its quote is not closed", "Close the quote");
            return 1;
        }
        known.put(item.name(), value(raw.toString()));
        variables.add(new Variable(item, known.get(item.name())));
        return count;
    }

    private static boolean isOpen(CharSequence raw) {
        return isQuoted(raw)
                && end(raw.toString()) < 0
                && raw.chars().filter(c -> c == '\n').count() < 100;
    }

    private static boolean isQuoted(CharSequence raw) {
        return raw.length() > 0 && "\"'".indexOf(raw.charAt(0)) >= 0;
    }

    /** Returns the index of the closing quote; -1 if there is none. */
    private static int end(String raw) {
        char quote = raw.charAt(0);
        for (int i = 1; i < raw.length(); i++) {
            if (raw.charAt(i) == '\\' && quote == '"') {
                i++;
            } else if (raw.charAt(i) == quote) {
                return i;
            }
        }
        return -1;
    }

    private String value(String raw) {
        if (!raw.isEmpty() && "\"'".indexOf(raw.charAt(0)) >= 0 && end(raw) > 0) {
            String inner = raw.substring(1, end(raw));
            return raw.charAt(0) == '\'' ? inner : resolved(unescaped(inner));
        }
        return resolved(raw.replaceFirst("(^|\\s)#.*$", "").strip());
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n").replace("\\\"", "\"").replace("\\\\", "\\");
    }

    private String resolved(String text) {
        return new Interpolation(known).resolve(text).text();
    }
}
