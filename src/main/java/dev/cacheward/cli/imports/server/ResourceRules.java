package dev.cacheward.cli.imports.server;

import dev.cacheward.cli.imports.draft.Found;
import dev.cacheward.cli.imports.draft.ServerDraft;
import dev.cacheward.cli.imports.report.Item;
import dev.cacheward.cli.imports.report.Ledger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Finds a memory limit that fits to what the server may store. */
final class ResourceRules {
    private static final String FIELD = ManagedRedisTree.FIELD + ".resources";
    private static final long DEFAULT_BYTES = 256L << 20;
    private static final String DEFAULT_CPU = "100m";
    private static final long HUNDRED = 100;
    private static final long VOLATILE = 75;
    private static final long PERSISTENT = 45;

    private final ServerDraft server;
    private final Optional<Found<Long>> maxMemory;
    private final long share;
    private final Ledger ledger;

    ResourceRules(ServerDraft server, Optional<Found<Long>> maxMemory, boolean persistent, Ledger ledger) {
        this.server = server;
        this.maxMemory = maxMemory;
        this.share = persistent ? PERSISTENT : VOLATILE;
        this.ledger = ledger;
    }

    /** Puts {@code resources} and {@code maxMemory}, as far as they are not the defaults. */
    void put(Map<String, Object> managed) {
        boolean given = maxMemory.isPresent()
                || server.memoryLimit.found().isPresent()
                || server.memoryRequest.found().isPresent()
                || server.cpuLimit.found().isPresent()
                || server.cpuRequest.found().isPresent();
        if (given) {
            managed.put("resources", resources(limit()));
        }
        maxMemory.ifPresent(found -> {
            managed.put("maxMemory", Bytes.quantity(found.value()));
            ledger.taken(found.item(), ManagedRedisTree.FIELD + ".maxMemory");
        });
    }

    private long limit() {
        long needed = maxMemory
                .map(found -> Bytes.upToMebi((found.value() * HUNDRED + share - 1) / share))
                .orElse(0L);
        Optional<Found<Long>> given = server.memoryLimit.found();
        if (given.isPresent()) {
            return fitted(given.get(), needed);
        }
        long least = Math.max(needed, server.memoryRequest.value().orElse(0L));
        maxMemory.ifPresent(found -> ledger.note("The memory limit is made of maxmemory, which may be " + share
                + "% of it: a server needs the rest for connections"
                + (share == PERSISTENT ? " and for saving." : ".")));
        return least == 0 ? DEFAULT_BYTES : least;
    }

    private long fitted(Found<Long> given, long needed) {
        if (given.value() >= needed) {
            ledger.taken(given.item(), FIELD + ".limits.memory");
            return given.value();
        }
        ledger.changed(
                given.item(),
                FIELD + ".limits.memory: raised from " + Bytes.quantity(given.value()) + " to " + Bytes.quantity(needed)
                        + ", since maxmemory may be " + share + "% of it",
                "To keep the limit, lower maxMemory");
        return needed;
    }

    private Map<String, Object> resources(long limit) {
        Map<String, Object> requests = new LinkedHashMap<>();
        requests.put("cpu", cpuRequest());
        requests.put("memory", Bytes.quantity(memoryRequest(limit)));
        Map<String, Object> limits = new LinkedHashMap<>();
        server.cpuLimit.found().ifPresent(found -> limits.put("cpu", taken(found, "limits.cpu")));
        limits.put("memory", Bytes.quantity(limit));
        Map<String, Object> resources = new LinkedHashMap<>();
        resources.put("requests", requests);
        resources.put("limits", limits);
        return resources;
    }

    private String cpuRequest() {
        String limit = server.cpuLimit.value().orElse("");
        Optional<Found<String>> given = server.cpuRequest.found();
        if (given.isPresent() && (limit.isEmpty() || Cpus.millis(given.get().value()) <= Cpus.millis(limit))) {
            return taken(given.get(), "requests.cpu");
        }
        given.ifPresent(found -> ledger.changed(
                found.item(), FIELD + ".requests.cpu: " + limit + ", since no request is above its limit", ""));
        return !limit.isEmpty() && (given.isPresent() || Cpus.millis(limit) < Cpus.millis(DEFAULT_CPU))
                ? limit
                : DEFAULT_CPU;
    }

    private long memoryRequest(long limit) {
        Optional<Found<Long>> given = server.memoryRequest.found();
        if (given.isEmpty()) {
            return limit;
        }
        Item item = given.get().item();
        if (given.get().value() <= limit) {
            ledger.taken(item, FIELD + ".requests.memory");
            return given.get().value();
        }
        ledger.changed(item, FIELD + ".requests.memory: " + Bytes.quantity(limit) + ", as the limit", "");
        return limit;
    }

    private String taken(Found<String> found, String field) {
        ledger.taken(found.item(), FIELD + "." + field);
        return found.value();
    }
}
