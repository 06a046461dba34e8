package dev.cacheward.cli.diagnose.report;

import java.util.Optional;

/**
 * The numbers of a server. Counters count since it started.
 *
 * @param pingMillis the time that a PING took, on the way of this command
 */
public record ServerFigures(
        long uptimeSeconds,
        Optional<Double> pingMillis,
        Memory memory,
        Reads reads,
        Clients clients,
        Keyspace keyspace,
        Writing persistence) {
    /**
     * @param usedBytes in use for data and for the server itself
     * @param limitBytes {@code maxmemory}; 0 if there is none
     * @param fragmentation what the process takes, divided by what is in use
     */
    public record Memory(
            long usedBytes, long limitBytes, long peakBytes, Optional<Double> fragmentation, String evictionPolicy) {
        /** Returns how full it is, from 0 to 1; empty without a limit. */
        public Optional<Double> full() {
            return limitBytes > 0 ? Optional.of((double) usedBytes / limitBytes) : Optional.empty();
        }
    }

    /** @param recent of the last seconds, without what this command read; empty if it was not measured */
    public record Reads(long hits, long misses, Optional<Double> hitRate, Optional<Recent> recent) {}

    /** @param commandsPerSecond all commands */
    public record Recent(double seconds, long hits, long misses, Optional<Double> hitRate, double commandsPerSecond) {}

    /** @param most {@code maxclients}; 0 if it is not said */
    public record Clients(long connected, long most, long blocked, long cutForMemory) {}

    /** @param expiring how many of the keys expire */
    public record Keyspace(long keys, long expiring, long evicted, long expired) {}

    /**
     * How the data gets to a disk.
     *
     * @param mode what the spec says: None, Snapshot or AppendOnly; empty for a Redis of somebody else
     * @param lastSaveOk whether the last snapshot was written; true if there was none
     * @param lastSave in RFC 3339; empty if there was none since the server started
     */
    public record Writing(
            String mode,
            boolean appendOnly,
            boolean lastSaveOk,
            boolean lastAppendOk,
            Optional<String> lastSave,
            long unsavedChanges) {}
}
