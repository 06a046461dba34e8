package dev.cacheward.delivery;

import dev.cacheward.api.v1alpha1.DeliveryFormat;
import dev.cacheward.api.v1alpha1.LimitMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The keys and values of a ConfigMap. Equal input gives equal text, without a timestamp. The result is far below the 1 MiB of a
 * ConfigMap whatever a spec says, since the number of entries, their names and their values are bounded.
 */
public final class DeliveredKeys {
    private static final int HASH_BYTES = 8;

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

    /** 16 hex digits that change when, and only when, a key or a value does. */
    public static String hash(SortedMap<String, String> keys) {
        MessageDigest digest = sha256();
        keys.forEach((key, value) -> {
            digest.update(terminated(key));
            digest.update(terminated(value));
        });
        return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
    }

    /** NUL stands in no key or value, so that no two maps run together into the same bytes. */
    private static byte[] terminated(String text) {
        return (text + '\0').getBytes(StandardCharsets.UTF_8);
    }

    private static String variable(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
