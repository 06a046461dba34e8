package dev.cacheward.delivery;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

/**
 * The keys and values of a ConfigMap. Equal input gives equal text, without a timestamp. The result is far below the 1 MiB of a
 * ConfigMap whatever a spec says, since the number of entries, their names and their values are bounded.
 */
public final class DeliveredKeys {
    private DeliveredKeys() {}

    /**
     * {@code CACHE_ENABLED}; in Env {@code CACHE_TTL_<NAME>=<seconds>}; in EnvJson {@code CACHE_TTL={"<name>":<seconds>,...}}.
     *
     * @param ttls by names that {@link EntryNames} accepts
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
     * {@code RATE_LIMIT_ENABLED} and {@code RATE_LIMIT_MODE}; in Env {@code RATE_LIMIT_<NAME>=<rates>}; in EnvJson {@code
     * RATE_LIMITS={"<name>":"<rates>",...}}.
     *
     * @param limits by names that {@link EntryNames} accepts
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
