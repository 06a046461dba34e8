package dev.cacheward.cli.diagnose.page;

import dev.cacheward.cli.diagnose.report.DeliveredMap;
import dev.cacheward.cli.diagnose.report.DiagnosisReport;
import dev.cacheward.cli.diagnose.report.Found;
import dev.cacheward.cli.diagnose.report.Subject;
import dev.cacheward.cli.terminal.Style;
import dev.cacheward.cli.terminal.Terminal;
import java.util.List;

/** Prints a diagnosis as a page: what is wrong first, then how the server is used, then the rest. */
public final class PageText {
    private static final int NAMES = 13;
    private static final int ADVICE = 6;
    private static final String GOOD = "✔";

    private final Sheet sheet;

    private PageText(Sheet sheet) {
        this.sheet = sheet;
    }

    /** Returns the page in the width and the colours of the terminal. */
    public static String of(DiagnosisReport report, Terminal terminal) {
        PageText page = new PageText(new Sheet(terminal));
        page.head(report.profile());
        page.findings(report);
        ServerText server = new ServerText(page.sheet);
        report.server().ifPresent(server::figures);
        report.commands().ifPresent(server::commands);
        report.keys().ifPresent(keys -> server.keys(keys, report.server()));
        page.delivered(report.delivered());
        page.policies(report.policies());
        page.events(report);
        page.notLookedAt(report);
        return page.sheet.toString();
    }

    private void head(Subject subject) {
        sheet.line(sheet.paint(Style.HEADING, "CacheProfile " + subject.namespace() + "/" + subject.name()));
        Style style = subject.ready().equals("True") ? Style.GOOD : Style.BAD;
        sheet.line("  " + sheet.paint(Style.FAINT, "Ready") + " ".repeat(NAMES - "Ready".length())
                + sheet.paint(style, subject.ready())
                + (subject.reason().isEmpty() || subject.reason().equals("Ready") ? "" : " (" + subject.reason() + ")")
                + ", " + Units.age(subject.ageSeconds()) + " old, generation " + subject.generation());
        sheet.pair(
                "Redis",
                NAMES,
                subject.redis()
                        + subject.version().map(version -> ", " + version).orElse(""));
        subject.endpoint().ifPresent(endpoint -> sheet.pair("Endpoint", NAMES, endpoint));
        sheet.pair(
                "Checked",
                NAMES,
                subject.route().map(route -> "now, by " + route).orElse("the objects alone; the server was not asked"));
        sheet.pair("Operator", NAMES, subject.operator());
    }

    private void findings(DiagnosisReport report) {
        sheet.heading("Findings");
        if (report.findings().isEmpty()) {
            sheet.wrapped(
                    "  " + sheet.paint(Style.GOOD, GOOD) + " ",
                    4,
                    report.server().isPresent()
                            ? "Nothing is wrong: the check of an application passes."
                            : "Nothing is known to be wrong; the server itself was not asked.");
        }
        report.findings().forEach(this::finding);
        if (!report.log().isEmpty()) {
            sheet.line("  " + sheet.paint(Style.FAINT, "The server's last warnings:"));
            report.log().forEach(line -> sheet.wrapped("    ", ADVICE, line));
        }
    }

    private void finding(Found found) {
        String source = found.source() == Found.Source.STATUS ? " (from the status)" : "";
        sheet.line("  " + mark(found.severity()) + " " + sheet.paint(Style.HEADING, found.reason())
                + sheet.paint(Style.FAINT, source));
        sheet.wrapped("    ", 4, found.message());
        if (!found.advice().isEmpty()) {
            sheet.wrapped("    → ", ADVICE, found.advice());
        }
    }

    private String mark(Found.Severity severity) {
        return switch (severity) {
            case ERROR -> sheet.paint(Style.BAD, "✖");
            case WARNING -> sheet.paint(Style.WARNING, "!");
            case NOTE -> sheet.paint(Style.FAINT, "·");
        };
    }

    private void delivered(List<DeliveredMap> maps) {
        if (maps.isEmpty()) {
            return;
        }
        sheet.heading("What applications read");
        maps.forEach(map -> sheet.line("  " + mark(map.state()) + " ConfigMap " + map.configMap() + ": " + map.keys()
                + (map.keys() == 1 ? " key" : " keys") + words(map)));
    }

    private String mark(DeliveredMap.State state) {
        return switch (state) {
            case AS_WANTED -> sheet.paint(Style.GOOD, GOOD);
            case DIFFERS, MISSING -> sheet.paint(Style.BAD, "✖");
            case UNKNOWN -> sheet.paint(Style.FAINT, "?");
        };
    }

    private static String words(DeliveredMap map) {
        String merged = map.mode().equals("Merge") ? ", merged" : "";
        return switch (map.state()) {
            case AS_WANTED -> merged + ", as the profile says";
            case DIFFERS -> merged + ", " + map.differing().size() + " of them otherwise";
            case MISSING -> merged + ", and it does not exist";
            case UNKNOWN -> merged + ", not looked at";
        };
    }

    private void policies(List<DiagnosisReport.PolicyView> policies) {
        if (policies.isEmpty()) {
            return;
        }
        sheet.heading("Policies that count here");
        policies.forEach(policy -> sheet.line("  "
                + (policy.ready().equals("True") ? sheet.paint(Style.GOOD, GOOD) : sheet.paint(Style.WARNING, "!"))
                + " RateLimitPolicy " + policy.name() + ": " + policy.reason()));
    }

    private void events(DiagnosisReport report) {
        if (report.events().isEmpty()) {
            return;
        }
        sheet.heading("Events of the last hour");
        report.events()
                .forEach(event -> sheet.wrapped(
                        "  ", 4, event.time() + " " + event.object() + " " + event.reason() + ": " + event.message()));
    }

    private void notLookedAt(DiagnosisReport report) {
        if (report.notLookedAt().isEmpty()) {
            return;
        }
        sheet.heading("Not looked at, for lack of a right");
        report.notLookedAt().forEach(refusal -> sheet.wrapped("  · ", 4, refusal.right() + ": " + refusal.lost()));
    }
}
