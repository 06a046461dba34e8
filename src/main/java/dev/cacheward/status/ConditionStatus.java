package dev.cacheward.status;

import java.util.stream.Stream;

/** The three values that the status of a condition can have. */
public enum ConditionStatus {
    TRUE("True"),
    FALSE("False"),
    /** The operator does not know, or does not know at present. */
    UNKNOWN("Unknown");

    private final String wire;

    ConditionStatus(String wire) {
        this.wire = wire;
    }

    /** Reads the string in {@code conditions[].status}. Any other text counts as Unknown. */
    static ConditionStatus of(String wire) {
        return Stream.of(values())
                .filter(truth -> truth.wire.equals(wire))
                .findFirst()
                .orElse(UNKNOWN);
    }

    /** The string in {@code conditions[].status}. */
    public String wire() {
        return wire;
    }
}
