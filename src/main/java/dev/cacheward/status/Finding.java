package dev.cacheward.status;

/**
 * What one reconciliation found out about one type of condition; {@link Conditions} adds the time.
 *
 * @param message for a person: no live number, no password; what to do next where something is wrong
 */
public record Finding(ConditionType type, ConditionStatus status, Reason reason, String message) {
    /** Returns the finding that a condition holds. */
    public static Finding holds(ConditionType type, Reason reason, String message) {
        return new Finding(type, ConditionStatus.TRUE, reason, message);
    }
}
