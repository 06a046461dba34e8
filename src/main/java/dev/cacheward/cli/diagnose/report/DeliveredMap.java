package dev.cacheward.cli.diagnose.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A ConfigMap that applications read.
 *
 * @param differing the keys that are missing or have another value than the profile says
 */
public record DeliveredMap(String configMap, String mode, int keys, State state, List<String> differing) {
    /** Keeps a copy. */
    public DeliveredMap {
        differing = List.copyOf(differing);
    }

    /** What it holds. */
    public enum State {
        /** All that the profile says. */
        @JsonProperty("asWanted")
        AS_WANTED,
        /** Something else. */
        @JsonProperty("differs")
        DIFFERS,
        /** There is no such ConfigMap. */
        @JsonProperty("missing")
        MISSING,
        /** The caller may not read it. */
        @JsonProperty("unknown")
        UNKNOWN
    }
}
