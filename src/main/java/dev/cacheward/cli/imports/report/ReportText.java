package dev.cacheward.cli.imports.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The report for a person: what could not be taken over first, and a count of everything last. */
public final class ReportText {
    private static final List<Outcome> SHOWN = List.of(Outcome.LEFT, Outcome.CHANGED, Outcome.OURS);

    private ReportText() {}

    /** @param all whether to list what was taken over too */
    public static String of(Ledger ledger, boolean all) {
        List<String> lines = new ArrayList<>();
        for (Outcome outcome : all ? List.of(Outcome.values()) : SHOWN) {
            List<Entry> entries = ledger.with(outcome);
            if (!entries.isEmpty()) {
                lines.add(title(outcome));
                entries.forEach(entry -> lines.add("  " + entry.line()));
            }
        }
        if (!ledger.notes().isEmpty()) {
            lines.add("Note:");
            ledger.notes().forEach(note -> lines.add("  " + note));
        }
        lines.add(count(ledger));
        return String.join("\n", lines) + "\n";
    }

    private static String title(Outcome outcome) {
        return outcome.words().substring(0, 1).toUpperCase(Locale.ROOT)
                + outcome.words().substring(1) + ":";
    }

    private static String count(Ledger ledger) {
        return sum(ledger.entries()) + " settings: "
                + String.join(
                        ", ",
                        Stream.of(Outcome.values())
                                .map(outcome -> sum(ledger.with(outcome)) + " " + outcome.words())
                                .toList())
                + ".";
    }

    private static int sum(List<Entry> entries) {
        return entries.stream().mapToInt(Entry::settings).sum();
    }
}
