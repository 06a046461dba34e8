package dev.cacheward.configmap;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Computes the size of a ConfigMap as Kubernetes does: the bytes of all values, without the keys. */
final class MergeSize {
    private static final long LARGEST = 1024L * 1024;

    private MergeSize() {}

    /**
     * Whether the map would be too large after a merge. One that does not grow never is.
     *
     * @param live the map's data
     * @param binary its binaryData, in base64
     * @param applied the keys that are applied; those that only we own and that are not among them are removed
     */
    public static boolean exceeded(
            Map<String, String> live, Map<String, String> binary, Map<String, String> applied, KeyOwners owners) {
        long growth = coming(live, applied) - leaving(live, applied, owners);
        long there = live.values().stream().mapToLong(MergeSize::bytes).sum()
                + binary.values().stream().mapToLong(MergeSize::decoded).sum();
        return growth > 0 && there + growth > LARGEST;
    }

    private static long coming(Map<String, String> live, Map<String, String> applied) {
        return applied.entrySet().stream()
                .mapToLong(entry -> bytes(entry.getValue()) - bytes(live.getOrDefault(entry.getKey(), "")))
                .sum();
    }

    private static long leaving(Map<String, String> live, Map<String, String> applied, KeyOwners owners) {
        return live.entrySet().stream()
                .filter(entry -> owners.oursAlone(entry.getKey()) && !applied.containsKey(entry.getKey()))
                .mapToLong(entry -> bytes(entry.getValue()))
                .sum();
    }

    private static long bytes(String value) {
        return value.getBytes(StandardCharsets.UTF_8).length;
    }

    private static long decoded(String base64) {
        return base64.length() / 4L * 3 - base64.chars().filter(c -> c == '=').count();
    }
}
