package dev.cacheward.status;

/**
 * Says why something does not hold.
 *
 * @param message for a person: what is the matter, and what to do about it; no live number, no password
 */
public record Cause(Reason reason, String message) {
    /** Returns a finding of status False for this cause. */
    public Finding finding(ConditionType type) {
        return new Finding(type, ConditionStatus.FALSE, reason, message);
    }
}
