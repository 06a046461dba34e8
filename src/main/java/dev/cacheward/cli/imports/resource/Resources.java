package dev.cacheward.cli.imports.resource;

import dev.cacheward.cli.imports.draft.Draft;
import dev.cacheward.cli.imports.draft.EntriesDraft;
import dev.cacheward.cli.imports.draft.ServerDraft;
import dev.cacheward.cli.imports.report.Item;
import dev.cacheward.cli.imports.report.Ledger;
import dev.cacheward.cli.imports.server.ManagedRedisTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a CacheProfile and, where there are limits, a RateLimitPolicy of one name. */
public final class Resources {
    private static final String API = "cacheward.dev/v1alpha1";

    private final Draft draft;
    private final String name;
    private final Ledger ledger;

    /** @param name of both resources */
    public Resources(Draft draft, String name) {
        this.draft = draft;
        this.name = name;
        this.ledger = draft.ledger();
    }

    /** Returns the resources as trees, and tells the ledger what became of each setting. */
    public List<Map<String, Object>> make() {
        List<Map<String, Object>> resources = new ArrayList<>();
        resources.add(resource("CacheProfile", profile()));
        Map<String, Object> policy = policy();
        if (!policy.isEmpty()) {
            resources.add(resource("RateLimitPolicy", policy));
        }
        return resources;
    }

    private Map<String, Object> resource(String kind, Map<String, Object> spec) {
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("apiVersion", API);
        resource.put("kind", kind);
        resource.put("metadata", Map.of("name", name));
        resource.put("spec", spec);
        return resource;
    }

    private Map<String, Object> profile() {
        Map<String, Object> spec = new LinkedHashMap<>();
        draft.cacheEnabled().found().ifPresent(found -> {
            ledger.taken(found.item(), "spec.enabled");
            if (!found.value()) {
                spec.put("enabled", false);
            }
        });
        Map<String, String> ttls = new LinkedHashMap<>(draft.ttls().values());
        if (ttls.isEmpty()) {
            ttls.put("default", "1h");
            ledger.note(
                    "No file says how long entries live, and a profile needs one TTL: spec.ttls.default is an example."
                            + " Write those of the application there.");
        }
        spec.put("ttls", ttls);
        draft.ttls().settle();
        redis().ifPresent(redis -> spec.put("redis", redis));
        delivery(draft.ttls(), "-cache").ifPresent(delivery -> spec.put("delivery", delivery));
        return spec;
    }

    private Optional<Map<String, Object>> redis() {
        ConnectionRules connection = new ConnectionRules(draft.connection(), name, ledger);
        Optional<Item> elsewhere = connection.elsewhere();
        if (elsewhere.isPresent()) {
            draft.server().ifPresent(server -> unused(server, elsewhere.get()));
            return Optional.of(Map.of("external", connection.external()));
        }
        connection.managed();
        return draft.server()
                .map(server -> new ManagedRedisTree(server, name, ledger).make())
                .filter(managed -> !managed.isEmpty())
                .map(managed -> Map.of("managed", managed));
    }

    private void unused(ServerDraft server, Item elsewhere) {
        server.items()
                .forEach(item -> ledger.left(
                        item,
                        elsewhere + " names a Redis elsewhere, and a profile has one",
                        "Leave that setting out to have the operator run this one"));
    }

    private Optional<List<Map<String, Object>>> delivery(EntriesDraft entries, String suffix) {
        if (entries.variableNames().isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("configMap", Map.of("name", name + suffix));
        item.put("names", entries.variableNames());
        return Optional.of(List.of(item));
    }

    private Map<String, Object> policy() {
        Map<String, Object> spec = new LinkedHashMap<>();
        Map<String, String> limits = draft.limits().values();
        if (limits.isEmpty()) {
            draft.limitMode()
                    .found()
                    .ifPresent(found -> ledger.left(found.item(), "no limit was found, and a policy needs one", ""));
            return spec;
        }
        spec.put("profileRef", Map.of("name", name));
        spec.put("limits", limits);
        draft.limits().settle();
        draft.limitMode().found().ifPresent(found -> {
            ledger.taken(found.item(), "spec.mode");
            if (!found.value().equals("Enforce")) {
                spec.put("mode", found.value());
            }
        });
        delivery(draft.limits(), "-limits").ifPresent(delivery -> spec.put("delivery", delivery));
        return spec;
    }
}
