package dev.cacheward.status;

/**
 * What one reconciliation found out about one type of condition; {@link Conditions} gives it its time.
 *
 * @param message for a person: no live number, no password; what to do next where something is wrong
 */
public record Finding(ConditionType type, ConditionStatus status, Reason reason, String message) {}
