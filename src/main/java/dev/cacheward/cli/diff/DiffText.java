package dev.cacheward.cli.diff;

import dev.cacheward.cli.diff.report.FieldChange;
import dev.cacheward.cli.diff.report.ObjectChange;
import dev.cacheward.cli.diff.report.ResourceDiff;
import dev.cacheward.cli.diff.report.Way;
import dev.cacheward.cli.terminal.Style;
import dev.cacheward.cli.terminal.Terminal;
import dev.cacheward.validation.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints a comparison for a person. */
final class DiffText {
    /** In characters, of one value. */
    private static final int LONGEST = 160;

    private final Terminal terminal;
    private final int width;
    private final StringBuilder text = new StringBuilder();

    private DiffText(Terminal terminal) {
        this.terminal = terminal;
        this.width = terminal.width();
    }

    static String of(List<ResourceDiff> diffs, Terminal terminal) {
        DiffText page = new DiffText(terminal);
        diffs.forEach(page::resource);
        return page.text.toString();
    }

    private void resource(ResourceDiff diff) {
        text.append(text.isEmpty() ? "" : "\n");
        line(terminal.paint(Style.HEADING, diff.resource()) + terminal.paint(Style.FAINT, " (" + diff.file() + ")"));
        if (!diff.refused().isEmpty()) {
            line("  " + terminal.paint(Style.BAD, "refused: nothing changes"));
            diff.refused().forEach(why -> wrapped("    ", why));
            return;
        }
        if (!diff.changes()) {
            line("  no change");
        } else if (diff.objects().isEmpty()
                && diff.server().filter(Way::changes).isEmpty()) {
            line("  only the resource and its status change");
        }
        diff.spec().forEach(this::field);
        diff.server().filter(way -> diff.changes()).ifPresent(way -> server(way, diff.details()));
        diff.objects().forEach(this::object);
        diff.restarts().forEach(workload -> line("  " + terminal.paint(Style.WARNING, "restarted: ") + workload));
        diff.notes().forEach(note -> wrapped("  ", note));
    }

    private void server(Way way, List<String> details) {
        Style style = switch (way) {
            case NONE, LIVE, RESIZE, CREATE -> Style.GOOD;
            case WARM, RESTART, MOVE, UNKNOWN -> Style.WARNING;
            case COLD, REFUSED -> Style.BAD;
        };
        line("  " + terminal.paint(Style.FAINT, "Redis: ")
                + terminal.paint(style, way.name().toLowerCase(Locale.ROOT)));
        wrapped("    ", way.words() + ".");
        details.forEach(detail -> wrapped("    ", detail));
    }

    private void object(ObjectChange change) {
        String mark = switch (change.action()) {
            case CREATE -> terminal.paint(Style.GOOD, "+ ");
            case CHANGE -> terminal.paint(Style.WARNING, "~ ");
            case DELETE -> terminal.paint(Style.BAD, "- ");
        };
        line("  " + mark + change.object());
        change.fields().forEach(field -> {
            text.append("  ");
            field(field);
        });
    }

    /** On one line if both values fit there. */
    private void field(FieldChange change) {
        if (change.before().equals(FieldChange.SECRET) && change.after().equals(FieldChange.SECRET)) {
            line("    " + change.field() + ": another value, which is secret");
            return;
        }
        String before = shown(change.before());
        String after = shown(change.after());
        String whole = "    " + change.field() + ": " + before + " -> " + after;
        if (whole.length() + 2 <= width) {
            line(whole);
            return;
        }
        line("    " + change.field() + ":");
        wrapped("      - ", before);
        wrapped("      + ", after);
    }

    private static String shown(String value) {
        return value.isEmpty() ? "(none)" : Quote.shortened(Quote.printable(value), LONGEST);
    }

    private void wrapped(String first, String words) {
        List<String> lines = wrap(Quote.printable(words), Math.max(20, width - first.length()));
        line(first + lines.get(0));
        lines.stream().skip(1).forEach(more -> line(" ".repeat(first.length()) + more));
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

    private void line(String words) {
        text.append(words.stripTrailing()).append('\n');
    }
}
