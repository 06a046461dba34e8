package dev.cacheward.testbed;

/** A pod cannot start now; it is tried again. */
final class PodNotStartable extends Exception {
    private static final long serialVersionUID = 1L;
    private final String reason;

    /** @param reason as the kubelet writes it into {@code state.waiting.reason} */
    PodNotStartable(String reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
