package dev.cacheward.cli.diagnose.page;

import dev.cacheward.cli.diagnose.report.Commands;
import dev.cacheward.cli.diagnose.report.Keys;
import dev.cacheward.cli.diagnose.report.ServerFigures;
import dev.cacheward.cli.terminal.Style;
import java.util.Locale;
import java.util.Optional;

/** Prints how a server is used. */
final class ServerText {
    private static final int NAMES = 13;
    private static final int BAR = 24;
    private static final double NEARLY_FULL = 0.9;

    /** The least rate of hits that a cache is good for, and the least number of reads that it is judged by. */
    private static final double GOOD_RATE = 0.8;

    private static final long ENOUGH_READS = 1000;

    /** Below this, what the process itself takes counts for more than the data. */
    private static final long ENOUGH_BYTES = 16 << 20;

    private final Sheet sheet;

    ServerText(Sheet sheet) {
        this.sheet = sheet;
    }

    void figures(ServerFigures figures) {
        sheet.heading("Server, up for " + Units.age(figures.uptimeSeconds()));
        memory(figures.memory());
        sheet.pair("Hit rate", NAMES, reads(figures.reads()));
        sheet.pair("Keys", NAMES, keyspace(figures.keyspace()));
        sheet.pair("Clients", NAMES, clients(figures.clients()));
        sheet.pair("Persistence", NAMES, persistence(figures.persistence()));
        figures.pingMillis()
                .ifPresent(millis ->
                        sheet.pair("PING", NAMES, Units.micros(millis * 1000) + " on the way that this command takes"));
    }

    private void memory(ServerFigures.Memory memory) {
        String limit = memory.full()
                .map(full -> bar(full) + " " + Units.percent(full) + " of " + Units.bytes(memory.limitBytes()))
                .orElse("without a limit");
        sheet.line("  " + sheet.paint(Style.FAINT, "Memory") + " ".repeat(NAMES - "Memory".length()) + limit);
        sheet.pair(
                "",
                NAMES,
                Units.bytes(memory.usedBytes()) + " used, peak " + Units.bytes(memory.peakBytes())
                        + memory.fragmentation()
                                .filter(ratio -> memory.usedBytes() >= ENOUGH_BYTES)
                                .map(ratio -> ", fragmentation " + Units.decimal(ratio))
                                .orElse("")
                        + (memory.evictionPolicy().isEmpty() ? "" : ", " + memory.evictionPolicy()));
    }

    private String bar(double full) {
        int filled = (int) Math.round(Math.min(full, 1) * BAR);
        return sheet.paint(full > NEARLY_FULL ? Style.BAD : Style.GOOD, "█".repeat(filled))
                + sheet.paint(Style.FAINT, "░".repeat(BAR - filled));
    }

    private static String reads(ServerFigures.Reads reads) {
        long all = reads.hits() + reads.misses();
        boolean low = all >= ENOUGH_READS
                && reads.hitRate().filter(rate -> rate < GOOD_RATE).isPresent();
        String since = Units.percent(reads.hitRate(), "no reads")
                + (all == 0 ? "" : " of " + Units.count(all) + " reads")
                + " since the start"
                + (low ? " (low: a good cache has 80% or more)" : "");
        return since
                + reads.recent()
                        .map(recent -> "; in the last " + Units.decimal(recent.seconds()) + " s "
                                + Units.percent(recent.hitRate(), "no reads")
                                + (recent.hits() + recent.misses() == 0
                                        ? ""
                                        : " of " + Units.count(recent.hits() + recent.misses()) + " reads")
                                + ", " + Units.count(Math.round(recent.commandsPerSecond())) + " commands a second")
                        .orElse("");
    }

    private static String keyspace(ServerFigures.Keyspace keys) {
        return Units.count(keys.keys()) + ", of which " + Units.count(keys.expiring()) + " expire; "
                + Units.count(keys.evicted()) + " were evicted and " + Units.count(keys.expired())
                + " expired since the start";
    }

    private static String clients(ServerFigures.Clients clients) {
        return Units.count(clients.connected())
                + (clients.most() > 0 ? " of at most " + Units.count(clients.most()) : "")
                + ", " + Units.count(clients.blocked()) + " blocked"
                + (clients.cutForMemory() > 0
                        ? ", " + Units.count(clients.cutForMemory()) + " were cut for their buffers"
                        : "");
    }

    private static String persistence(ServerFigures.Writing writing) {
        if (writing.mode().equals("None") && !writing.appendOnly()) {
            return "none: a new pod begins empty, unless the operator hands the data over";
        }
        String append = writing.appendOnly()
                ? "append-only file" + (writing.lastAppendOk() ? "" : " (the last write FAILED)")
                : "no append-only file";
        String snapshot = writing.lastSave()
                .map(time -> "last snapshot " + time + (writing.lastSaveOk() ? "" : " (a later one FAILED)"))
                .orElse(writing.lastSaveOk() ? "no snapshot since the start" : "the last snapshot FAILED");
        return append + ", " + snapshot + ", " + Units.count(writing.unsavedChanges()) + " changes since";
    }

    void commands(Commands commands) {
        sheet.heading("Slowest commands");
        sheet.row(String.format("%-24s %12s %12s %12s", "on average", "calls", "average", "99% within"));
        commands.slowest()
                .forEach(command -> sheet.row(String.format(
                        Locale.ROOT,
                        "%-24s %12s %12s %12s",
                        command.command(),
                        Units.count(command.calls()),
                        Units.micros(command.averageMicros()),
                        command.p99Micros().map(Units::micros).orElse("-"))));
        commands.slowLog()
                .forEach(single -> sheet.row(String.format(
                        "%-10s %12s  %s %s",
                        "one call", Units.micros(single.micros()), single.command(), single.keyPrefix())));
        if (!commands.slowLogNote().isEmpty()) {
            sheet.wrapped("  ", 2, commands.slowLogNote());
        }
    }

    void keys(Keys keys, Optional<ServerFigures> figures) {
        String of = keys.whole()
                ? "all " + Units.count(keys.sampled())
                : Units.count(keys.sampled()) + " sampled"
                        + figures.map(known ->
                                        " of " + Units.count(known.keyspace().keys()))
                                .orElse("");
        sheet.heading("Keys (" + of + ")");
        if (keys.sampled() == 0) {
            sheet.row("none");
            return;
        }
        biggest(keys);
        prefixes(keys);
        if (!keys.whole()) {
            sheet.row("--keys with a larger number looks at more");
        }
        if (keys.unreadable() > 0) {
            sheet.row(Units.count(keys.unreadable()) + " more are no text in UTF-8 and were not looked at");
        }
    }

    private void biggest(Keys keys) {
        sheet.row(String.format("%10s  %-10s %s", "size", "expires", "biggest"));
        keys.biggest()
                .forEach(key -> sheet.row(String.format(
                        "%10s  %-10s %s",
                        Units.bytes(key.bytes()),
                        key.ttlSeconds().map(left -> "in " + Units.age(left)).orElse("never"),
                        key.key())));
    }

    private void prefixes(Keys keys) {
        sheet.line("");
        sheet.row(Units.percent((double) keys.withoutTtl() / keys.sampled()) + " never expire");
        sheet.row(String.format("%10s  %10s %10s  %s", "keys", "never exp.", "size", "by prefix"));
        keys.prefixes()
                .forEach(prefix -> sheet.row(String.format(
                        "%10s  %10s %10s  %s",
                        Units.count(prefix.keys()),
                        Units.count(prefix.withoutTtl()),
                        Units.bytes(prefix.bytes()),
                        prefix.prefix())));
    }
}
