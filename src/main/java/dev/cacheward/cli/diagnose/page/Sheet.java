package dev.cacheward.cli.diagnose.page;

import dev.cacheward.cli.terminal.Style;
import dev.cacheward.cli.terminal.Terminal;
import dev.cacheward.validation.Quote;
import java.util.ArrayList;
import java.util.List;

/** Lays out lines for one terminal: headings, wrapped text, rows of tables. */
final class Sheet {
    private static final String INDENT = "  ";

    private final Terminal terminal;
    private final int width;
    private final StringBuilder text = new StringBuilder();

    Sheet(Terminal terminal) {
        this.terminal = terminal;
        this.width = terminal.width();
    }

    int width() {
        return width;
    }

    String paint(Style style, String words) {
        return terminal.paint(style, words);
    }

    /** Begins a part of the page. */
    void heading(String words) {
        text.append('\n').append(paint(Style.HEADING, words)).append('\n');
    }

    /** Adds a line as it is. */
    void line(String words) {
        text.append(words.stripTrailing()).append('\n');
    }

    /** Adds a line of a table, which is cut where the window ends. */
    void row(String words) {
        line(INDENT + Quote.shortened(words, width - INDENT.length() - 1));
    }

    /**
     * Adds words in lines that fit.
     *
     * @param first what the first line begins with; it may be painted
     * @param columns how many columns that takes, which later lines leave empty
     */
    void wrapped(String first, int columns, String words) {
        List<String> lines = wrap(Quote.printable(words), Math.max(20, width - columns));
        line(first + lines.get(0));
        lines.stream().skip(1).forEach(more -> line(" ".repeat(columns) + more));
    }

    /** Adds a name and its value. */
    void pair(String name, int columns, String value) {
        String padded = INDENT + name + " ".repeat(Math.max(1, columns - name.length()));
        wrapped(
                INDENT + paint(Style.FAINT, name) + padded.substring(INDENT.length() + name.length()),
                padded.length(),
                value);
    }

    private static List<String> wrap(String words, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words.split(" ")) {
            if (line.length() > 0 && line.length() + 1 + word.length() > columns) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
