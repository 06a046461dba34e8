package dev.cacheward.delivery;

import java.util.List;

/**
 * What the presets of a resource leave out.
 *
 * @param used whether it delivers by a preset at all
 * @param shortfalls each as a sentence
 */
public record PresetReport(boolean used, List<String> shortfalls) {
    /** Returns the report of a resource that delivers nothing. */
    public static PresetReport none() {
        return new PresetReport(false, List.of());
    }
}
