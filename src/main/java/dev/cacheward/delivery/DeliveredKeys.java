package dev.cacheward.delivery;

import dev.cacheward.api.v1alpha1.DeliveryFormat;
import dev.cacheward.api.v1alpha1.LimitMode;
import dev.cacheward.delivery.value.EntryNames;
import dev.cacheward.delivery.value.RateLimit;
import dev.cacheward.delivery.value.Ttl;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns TTLs and limits into the keys and values of a ConfigMap. Equal input gives equal text, without a timestamp. The number
 * of entries, their names and their values are bounded, so that the result always stays far below a ConfigMap's limit of 1 MiB.
 */
public final class DeliveredKeys {
    private DeliveredKeys() {}

    /**
     * Returns {@code CACHE_ENABLED}; in Env {@code CACHE_TTL_<NAME>=<seconds>}; in EnvJson {@code
     * CACHE_TTL={"<name>":<seconds>,...}}.
     *
     * @param ttls by name; {@link EntryNames} accepts each name
     */
    public static SortedMap<String, String> ofTtls(
            boolean enabled, SortedMap<String, Ttl> ttls, Set<DeliveryFormat> formats) {
        SortedMap<String, String> keys = new TreeMap<>();
        keys.put("CACHE_ENABLED", Boolean.toString(enabled));
        if (formats.contains(DeliveryFormat.ENV)) {
            ttls.forEach((name, ttl) -> keys.put("CACHE_TTL_" + variable(name), Long.toString(ttl.delivered())));
        }
        if (formats.contains(DeliveryFormat.ENV_JSON)) {
            ObjectNode all = JsonNodeFactory.instance.objectNode();
            ttls.forEach((name, ttl) -> all.put(name, ttl.delivered()));
            keys.put("CACHE_TTL", all.toString());
        }
        return Collections.unmodifiableSortedMap(keys);
    }

    /**
     * Returns {@code RATE_LIMIT_ENABLED} and {@code RATE_LIMIT_MODE}; in Env {@code RATE_LIMIT_<NAME>=<rates>}; in EnvJson
     * {@code RATE_LIMITS={"<name>":"<rates>",...}}.
     *
     * @param limits by name; {@link EntryNames} accepts each name
     */
    public static SortedMap<String, String> ofLimits(
            LimitMode mode, SortedMap<String, RateLimit> limits, Set<DeliveryFormat> formats) {
        SortedMap<String, String> keys = new TreeMap<>();
        keys.put("RATE_LIMIT_ENABLED", Boolean.toString(mode != LimitMode.DISABLED));
        keys.put("RATE_LIMIT_MODE", mode.value());
        if (formats.contains(DeliveryFormat.ENV)) {
            limits.forEach((name, limit) -> keys.put("RATE_LIMIT_" + variable(name), limit.normalised()));
        }
        if (formats.contains(DeliveryFormat.ENV_JSON)) {
            ObjectNode all = JsonNodeFactory.instance.objectNode();
            limits.forEach((name, limit) -> all.put(name, limit.normalised()));
            keys.put("RATE_LIMITS", all.toString());
        }
        return Collections.unmodifiableSortedMap(keys);
    }

    private static String variable(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
