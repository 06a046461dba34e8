package dev.cacheward.status;

/** The three values of a condition. */
public enum Truth {
    TRUE("True"),
    FALSE("False"),
    /** Not found out, or not now. */
    UNKNOWN("Unknown");

    private final String wire;

    Truth(String wire) {
        this.wire = wire;
    }

    /** The string in {@code conditions[].status}. */
    public String wire() {
        return wire;
    }
}
