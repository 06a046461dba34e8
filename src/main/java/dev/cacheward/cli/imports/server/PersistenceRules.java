package dev.cacheward.cli.imports.server;

import dev.cacheward.api.v1alpha1.PersistenceMode;
import dev.cacheward.cli.imports.draft.Directive;
import dev.cacheward.cli.imports.draft.Found;
import dev.cacheward.cli.imports.draft.ServerDraft;
import dev.cacheward.cli.imports.report.Ledger;
import dev.cacheward.redis.conf.RedisConf;
import dev.cacheward.validation.Quote;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out how a server keeps its data. */
final class PersistenceRules {
    private static final String FIELD = ManagedRedisTree.FIELD + ".persistence";

    private final ServerDraft server;
    private final Parameters found;
    private final Ledger ledger;

    PersistenceRules(ServerDraft server, Parameters found, Ledger ledger) {
        this.server = server;
        this.found = found;
        this.ledger = ledger;
    }

    /** Returns the mode, and tells what became of each setting that speaks of it. */
    PersistenceMode mode() {
        PersistenceMode mode = decide();
        found.appendOnly.ifPresent(this::appendOnly);
        found.fsync.ifPresent(fsync -> fsync(fsync, mode));
        found.saves.forEach(save -> save(save, mode));
        server.volume.found().ifPresent(volume -> volume(volume, mode));
        return mode;
    }

    private PersistenceMode decide() {
        if (found.appendOnly
                .filter(line -> line.value().equalsIgnoreCase("yes"))
                .isPresent()) {
            return PersistenceMode.APPEND_ONLY;
        }
        boolean kept = server.volume.value().orElse(found.saves.isEmpty() && noVolumeIsKnown());
        if (found.saves.isEmpty()) {
            return kept ? PersistenceMode.SNAPSHOT : PersistenceMode.NONE;
        }
        return points().isEmpty() || server.volume.value().equals(Optional.of(false))
                ? PersistenceMode.NONE
                : PersistenceMode.SNAPSHOT;
    }

    /** Without a word of it, a configuration alone is that of a server that keeps its files. */
    private boolean noVolumeIsKnown() {
        return server.image.found().isEmpty() && server.volume.found().isEmpty();
    }

    private List<String> points() {
        List<String> points = new ArrayList<>();
        for (Directive save : found.saves) {
            if (save.value().isBlank()) {
                points.clear();
            } else {
                points.add(save.value());
            }
        }
        return points;
    }

    private void appendOnly(Directive line) {
        if (line.value().matches("(?i)yes|no")) {
            ledger.taken(line.item(), FIELD + ".mode");
        } else {
            ledger.left(line.item(), Quote.of(line.value()) + " is neither yes nor no", "");
        }
    }

    private void fsync(Directive line, PersistenceMode mode) {
        switch (line.value()) {
            case "everysec", "always" -> {
                if (mode == PersistenceMode.APPEND_ONLY) {
                    ledger.taken(line.item(), FIELD + ".fsync");
                } else {
                    ledger.ours(line.item(), "it has no effect without an append-only file");
                }
            }
            case "no" ->
                ledger.changed(
                        line.item(),
                        FIELD + ".fsync: everysec, since the operator does not leave it to the kernel",
                        "");
            default -> ledger.left(line.item(), Quote.of(line.value()) + " is none of everysec, always and no", "");
        }
    }

    private void save(Directive save, PersistenceMode mode) {
        if (mode == PersistenceMode.APPEND_ONLY) {
            ledger.ours(save.item(), "an append-only file holds every key; the operator makes no snapshots beside it");
        } else if (mode == PersistenceMode.NONE && !save.value().isBlank()) {
            ledger.left(
                    save.item(),
                    "no volume keeps what is saved, or a later line turns it off",
                    "Set spec.redis.managed.persistence.mode to Snapshot to keep the data");
        } else if (save.value().isBlank() || String.join(" ", points()).equals(RedisConf.SNAPSHOT_SAVE_POINTS)) {
            ledger.taken(save.item(), FIELD + ".mode");
        } else {
            ledger.changed(
                    save.item(),
                    FIELD + ".mode: Snapshot, at the operator's own times (" + RedisConf.SNAPSHOT_SAVE_POINTS + ")",
                    "");
        }
    }

    private void volume(Found<Boolean> volume, PersistenceMode mode) {
        if (volume.value() == (mode != PersistenceMode.NONE)) {
            ledger.taken(volume.item(), FIELD + ".mode");
        } else if (volume.value()) {
            ledger.ours(volume.item(), "the server saves nothing, so that there is nothing to keep");
        } else {
            ledger.changed(volume.item(), FIELD + ".mode: " + word(mode) + ", since the server writes files", "");
        }
    }

    /** Returns {@code spec.redis.managed.persistence}; empty if it says nothing but the defaults. */
    Map<String, Object> tree(PersistenceMode mode) {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (mode != PersistenceMode.NONE) {
            tree.put("mode", word(mode));
            found.fsync
                    .filter(line ->
                            mode == PersistenceMode.APPEND_ONLY && line.value().equals("always"))
                    .ifPresent(line -> tree.put("fsync", "always"));
        }
        put(tree, "size", server.size.found(), mode);
        put(tree, "storageClassName", server.storageClass.found(), mode);
        return tree;
    }

    private void put(Map<String, Object> tree, String field, Optional<Found<String>> value, PersistenceMode mode) {
        value.ifPresent(found -> {
            if (mode == PersistenceMode.NONE) {
                ledger.ours(found.item(), "the server saves nothing, so that there is no volume");
            } else {
                tree.put(field, found.value());
                ledger.taken(found.item(), FIELD + "." + field);
            }
        });
    }

    private static String word(PersistenceMode mode) {
        return switch (mode) {
            case NONE -> "None";
            case SNAPSHOT -> "Snapshot";
            case APPEND_ONLY -> "AppendOnly";
        };
    }
}
