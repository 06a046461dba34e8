package dev.cacheward.status;

import java.util.stream.Stream;

/** The three values of a condition. */
public enum ConditionStatus {
    TRUE("True"),
    FALSE("False"),
    /** Not found out, or not now. */
    UNKNOWN("Unknown");

    private final String wire;

    ConditionStatus(String wire) {
        this.wire = wire;
    }

    /** The value of a string in {@code conditions[].status}; what is none of the three is not found out. */
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
