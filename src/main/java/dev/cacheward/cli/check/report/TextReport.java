package dev.cacheward.cli.check.report;

import dev.cacheward.cli.check.result.CheckResult;
import dev.cacheward.cli.check.result.Finding;
import dev.cacheward.cli.check.result.Level;
import dev.cacheward.cli.terminal.Style;
import dev.cacheward.cli.terminal.Terminal;
import dev.cacheward.validation.Quote;

/** One line for each finding, as compilers write them, so that editors find the place; then one line on all. */
record TextReport(Terminal terminal) implements Report {
    @Override
    public void write(CheckResult result) {
        result.findings().forEach(this::write);
        terminal.out().println(summary(result));
    }

    private void write(Finding finding) {
        Style style = finding.level() == Level.ERROR ? Style.BAD : Style.WARNING;
        terminal.out()
                .println(terminal.paint(
                                Style.HEADING, Quote.printable(finding.place().toString())) + ": "
                        + terminal.paint(style, finding.level().word()) + ": "
                        + finding.resource()
                                .map(name -> Quote.printable(name) + ": ")
                                .orElse("")
                        + Quote.printable(finding.said().withField()));
        finding.said()
                .hint()
                .ifPresent(hint ->
                        terminal.out().println("    " + terminal.paint(Style.FAINT, "hint: ") + Quote.printable(hint)));
    }

    private String summary(CheckResult result) {
        long errors = result.count(Level.ERROR);
        long warnings = result.count(Level.WARNING);
        String found = errors + warnings == 0
                ? result.resources().isEmpty() ? "nothing to check" : terminal.paint(Style.GOOD, "nothing found")
                : counted(errors, "error") + ", " + counted(warnings, "warning");
        String ignored =
                result.foreign() == 0 ? "" : ", " + counted(result.foreign(), "object") + " of other kinds ignored";
        return counted(result.resources().size(), "resource") + " checked in "
                + counted(result.files().size(), "file") + ignored + ": " + found;
    }

    private static String counted(long number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }
}
