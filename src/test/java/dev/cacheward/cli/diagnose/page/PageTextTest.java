package dev.cacheward.cli.diagnose.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cli.cluster.Refusal;
import dev.cacheward.cli.diagnose.report.Commands;
import dev.cacheward.cli.diagnose.report.DeliveredMap;
import dev.cacheward.cli.diagnose.report.DiagnosisReport;
import dev.cacheward.cli.diagnose.report.Found;
import dev.cacheward.cli.diagnose.report.Keys;
import dev.cacheward.cli.diagnose.report.ServerFigures;
import dev.cacheward.cli.diagnose.report.Subject;
import dev.cacheward.cli.terminal.TestTerminal;
import dev.cacheward.golden.Golden;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The pages lie in a folder, so that a change of them is looked at. */
class PageTextTest {
    @Test
    void aPageFollowsTheWidthOfTheWindow() {
        // Given
        DiagnosisReport report = report();

        // When
        Map<String, String> pages = Map.of("80.txt", page(report, "80"), "120.txt", page(report, "120"));

        // Then
        Golden.folder("diagnose").assertMatches(pages);
        assertThat(pages.get("80.txt").lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void colourIsForAScreenOnly() {
        // Given
        DiagnosisReport report = report();

        // When
        String seen =
                PageText.of(report, TestTerminal.screen(Map.of("COLUMNS", "80")).terminal());

        // Then
        assertThat(seen.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(page(report, "80"));
        assertThat(seen).contains("\u001b[1;31m");
        assertThat(page(report, "80")).doesNotContain("\u001b");
    }

    @Test
    void whatAnObjectSaysCannotWriteToTheTerminal() {
        // Given
        Found found = new Found(Found.Severity.ERROR, "Busy", "it says \u001b[2J\nand more", "", Found.Source.NOW);

        // When
        String page = page(with(report(), List.of(found)), "80");

        // Then
        assertThat(page).doesNotContain("\u001b").contains("\\u001b[2J\\u000aand more");
    }

    private static String page(DiagnosisReport report, String columns) {
        return PageText.of(report, TestTerminal.with(Map.of("COLUMNS", columns)).terminal());
    }

    private static DiagnosisReport with(DiagnosisReport report, List<Found> findings) {
        return new DiagnosisReport(
                report.apiVersion(),
                report.profile(),
                findings,
                report.server(),
                report.commands(),
                report.keys(),
                report.delivered(),
                report.policies(),
                report.events(),
                report.log(),
                report.notLookedAt());
    }

    private static DiagnosisReport report() {
        return new DiagnosisReport(
                DiagnosisReport.VERSION,
                new Subject(
                        "prod",
                        "shop",
                        "managed",
                        "False",
                        "OutOfMemory",
                        "2026-01-01T00:00:00Z",
                        100_000,
                        7,
                        7,
                        Optional.of("Redis 8.0.6"),
                        Optional.of("shop-redis.prod.svc.cluster.local:6379"),
                        Optional.of("port-forward to pod shop-redis-0"),
                        "has looked at this generation (7); it runs in namespace cacheward"),
                List.of(
                        new Found(
                                Found.Severity.ERROR,
                                "OutOfMemory",
                                "The server is full and evicts nothing that would make room, so it refuses writes.",
                                "Raise maxMemory, choose another evictionPolicy, or have the application store less or with a TTL.",
                                Found.Source.NOW),
                        new Found(
                                Found.Severity.WARNING,
                                "Drifted",
                                "maxmemory was 1 instead of 2.",
                                "",
                                Found.Source.STATUS)),
                Optional.of(figures()),
                Optional.of(new Commands(
                        List.of(new Commands.Average("evalsha", 12_345, 1234.5, Optional.of(5000.0))),
                        List.of(new Commands.Single("HGETALL", "cart:*", 25_000, "2026-01-01T00:00:00Z")),
                        "")),
                Optional.of(new Keys(
                        1000,
                        false,
                        2,
                        5_000_000,
                        250,
                        List.of(new Keys.Big("session:0123456789", 3_000_000, Optional.empty())),
                        List.of(new Keys.Prefix("session:*", 250, 250, 4_000_000)))),
                List.of(new DeliveredMap("shop-cache", "Own", 7, DeliveredMap.State.AS_WANTED, List.of())),
                List.of(new DiagnosisReport.PolicyView("shop", "True", "Ready")),
                List.of(new DiagnosisReport.EventView(
                        "Warning", "Unhealthy", "Pod/shop-redis-0", "Readiness probe failed", "2026-01-01T00:00:00Z")),
                List.of("1:M 23 Nov 2026 09:45:00.123 # Out of room"),
                List.of(new Refusal("list events in namespace prod", "the Events")));
    }

    private static ServerFigures figures() {
        return new ServerFigures(
                100_000,
                Optional.of(0.4),
                new ServerFigures.Memory(200_000_000, 201_326_592, 201_000_000, Optional.of(1.2), "noeviction"),
                new ServerFigures.Reads(
                        7000,
                        3000,
                        Optional.of(0.7),
                        Optional.of(new ServerFigures.Recent(3.0, 9, 1, Optional.of(0.9), 120.4))),
                new ServerFigures.Clients(12, 10_000, 0, 0),
                new ServerFigures.Keyspace(120_000, 90_000, 0, 1234),
                new ServerFigures.Writing("AppendOnly", true, true, true, Optional.of("2026-01-01T00:00:00Z"), 17));
    }
}
