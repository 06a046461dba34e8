package dev.cacheward.delivery.format;

import dev.cacheward.api.v1alpha1.LimitMode;
import dev.cacheward.delivery.value.LimitSettings;
import dev.cacheward.delivery.value.Settings;
import dev.cacheward.delivery.value.Ttl;
import dev.cacheward.delivery.value.TtlSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ValueNode;

/**
 * The names of our own for settings, and the values as typed scalars.
 *
 * @param switches path to value of what concerns all entries
 * @param entries name to value
 * @param variable template of the variable of an entry
 * @param path template of the path of an entry
 * @param json the variable with all entries
 */
record Vocabulary(
        Map<String, ValueNode> switches,
        SortedMap<String, ValueNode> entries,
        String variable,
        String path,
        String json) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    static Vocabulary of(Settings settings) {
        return settings instanceof TtlSettings ttls ? of(ttls) : of((LimitSettings) settings);
    }

    private static Vocabulary of(TtlSettings settings) {
        SortedMap<String, ValueNode> entries = new TreeMap<>();
        settings.ttls().forEach((name, ttl) -> entries.put(name, node(ttl)));
        return new Vocabulary(
                Map.of("cache.enabled", NODES.booleanNode(settings.enabled())),
                entries,
                "CACHE_TTL_{NAME}",
                "cache.ttl.{name}",
                "CACHE_TTL");
    }

    /** A word, since a reader that knows nothing of it takes it for no number: 0 would be for ever to many. */
    private static ValueNode node(Ttl ttl) {
        return ttl.told(NODES::numberNode, NODES.stringNode("never"), NODES.stringNode("disabled"));
    }

    private static Vocabulary of(LimitSettings settings) {
        SortedMap<String, ValueNode> entries = new TreeMap<>();
        settings.limits().forEach((name, limit) -> entries.put(name, NODES.stringNode(limit.normalised())));
        Map<String, ValueNode> switches = new LinkedHashMap<>();
        switches.put("rate_limit.enabled", NODES.booleanNode(settings.mode() != LimitMode.DISABLED));
        switches.put("rate_limit.mode", NODES.stringNode(settings.mode().value()));
        return new Vocabulary(switches, entries, "RATE_LIMIT_{NAME}", "rate_limit.limits.{name}", "RATE_LIMITS");
    }
}
