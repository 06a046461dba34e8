package dev.cacheward.cli.check.report;

import dev.cacheward.cli.terminal.Terminal;
import java.util.Locale;

/** How the result of a check is written. */
public enum OutputFormat {
    /** Lines for a person. */
    TEXT,
    /** An object for a script. */
    JSON,
    /** SARIF 2.1.0, which code hosts show beside the lines. */
    SARIF,
    /** XML of JUnit, which every CI system reads. */
    JUNIT;

    /** @param strict whether a warning counts as an error */
    public Report report(Terminal terminal, boolean strict) {
        return switch (this) {
            case TEXT -> new TextReport(terminal);
            case JSON -> new JsonReport(terminal.out());
            case SARIF -> new SarifReport(terminal.out());
            case JUNIT -> new JUnitReport(terminal.out(), strict);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
