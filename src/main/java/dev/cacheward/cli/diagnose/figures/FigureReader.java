package dev.cacheward.cli.diagnose.figures;

import dev.cacheward.cli.diagnose.report.Commands;
import dev.cacheward.cli.diagnose.report.ServerFigures;
import dev.cacheward.redis.client.inspect.Figures;
import dev.cacheward.redis.client.inspect.SlowCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads what a person wants to know from the answers to INFO and SLOWLOG. */
public final class FigureReader {
    private static final int MOST_COMMANDS = 8;
    private static final double THOUSAND = 1000.0;

    private FigureReader() {}

    /**
     * Returns the numbers of a server.
     *
     * @param before the first answer
     * @param after the answer some seconds later
     * @param between the time between them
     * @param mode of persistence, as the spec says
     */
    public static ServerFigures server(
            Figures before, Figures after, Duration between, Optional<Duration> ping, String mode) {
        return new ServerFigures(
                count(after, "uptime_in_seconds"),
                ping.map(taken -> taken.toNanos() / THOUSAND / THOUSAND),
                new ServerFigures.Memory(
                        count(after, "used_memory"),
                        count(after, "maxmemory"),
                        count(after, "used_memory_peak"),
                        after.fraction("mem_fragmentation_ratio"),
                        after.text("maxmemory_policy").orElse("")),
                reads(before, after, between),
                new ServerFigures.Clients(
                        count(after, "connected_clients"),
                        count(after, "maxclients"),
                        count(after, "blocked_clients"),
                        count(after, "evicted_clients")),
                new ServerFigures.Keyspace(
                        after.ofDatabases("keys"),
                        after.ofDatabases("expires"),
                        count(after, "evicted_keys"),
                        count(after, "expired_keys")),
                persistence(after, mode));
    }

    /** Returns the commands that take longest on average. One that was called once or twice says little. */
    public static List<Commands.Average> slowest(Figures figures) {
        return figures.slowest().stream()
                .limit(MOST_COMMANDS)
                .map(command ->
                        new Commands.Average(command.name(), command.calls(), command.microseconds(), command.p99()))
                .toList();
    }

    /** Returns the longest calls. */
    public static List<Commands.Single> slowLog(List<SlowCommand> entries) {
        return entries.stream()
                .limit(MOST_COMMANDS)
                .map(entry -> new Commands.Single(
                        entry.command(),
                        entry.key().map(KeyFigures::prefix).orElse(""),
                        entry.microseconds(),
                        Instant.ofEpochSecond(entry.epochSeconds()).toString()))
                .toList();
    }

    private static ServerFigures.Reads reads(Figures before, Figures after, Duration between) {
        long hits = count(after, "keyspace_hits");
        long misses = count(after, "keyspace_misses");
        boolean same = before.text("run_id").equals(after.text("run_id")) && !between.isZero();
        return new ServerFigures.Reads(
                hits,
                misses,
                rate(hits, misses),
                same ? Optional.of(recent(before, after, between)) : Optional.empty());
    }

    private static ServerFigures.Recent recent(Figures before, Figures after, Duration between) {
        double seconds = between.toMillis() / THOUSAND;
        long hits = Math.max(0, count(after, "keyspace_hits") - count(before, "keyspace_hits"));
        long misses = Math.max(0, count(after, "keyspace_misses") - count(before, "keyspace_misses"));
        long commands =
                Math.max(0, count(after, "total_commands_processed") - count(before, "total_commands_processed"));
        return new ServerFigures.Recent(seconds, hits, misses, rate(hits, misses), commands / seconds);
    }

    private static Optional<Double> rate(long hits, long misses) {
        return hits + misses == 0 ? Optional.empty() : Optional.of((double) hits / (hits + misses));
    }

    private static ServerFigures.Writing persistence(Figures figures, String mode) {
        boolean everSaved = count(figures, "rdb_saves") > 0
                || figures.number("rdb_last_bgsave_time_sec")
                        .filter(taken -> taken >= 0)
                        .isPresent();
        return new ServerFigures.Writing(
                mode,
                count(figures, "aof_enabled") == 1,
                !figures.text("rdb_last_bgsave_status").equals(Optional.of("err")),
                !figures.text("aof_last_write_status").equals(Optional.of("err")),
                figures.number("rdb_last_save_time")
                        .filter(saved -> everSaved)
                        .map(saved -> Instant.ofEpochSecond(saved).toString()),
                count(figures, "rdb_changes_since_last_save"));
    }

    private static long count(Figures figures, String name) {
        return figures.number(name).orElse(0L);
    }
}
