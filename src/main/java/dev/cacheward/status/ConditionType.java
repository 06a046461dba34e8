package dev.cacheward.status;

/** The types of conditions, in the order in which they stand in a status. */
public enum ConditionType {
    /** Everything that the spec asks for holds. */
    READY("Ready"),
    /** Work is under way; present only while it is True, as kstatus wants. */
    RECONCILING("Reconciling"),
    /** A human must act, trying again will not help; present only while it is True, as kstatus wants. */
    STALLED("Stalled"),
    /** Of a profile: the check passed that does what an application does. */
    REDIS_AVAILABLE("RedisAvailable"),
    /** Every target holds what it should. */
    CONFIG_DELIVERED("ConfigDelivered"),
    /** Of a policy: the profile exists and is Ready for its generation. */
    PROFILE_RESOLVED("ProfileResolved"),
    /** Of a policy, a warning and no part of Ready: whether the server may evict counters. */
    EVICTION_SAFE("EvictionSafe");

    private final String wire;

    ConditionType(String wire) {
        this.wire = wire;
    }

    /** The string in {@code conditions[].type}. */
    public String wire() {
        return wire;
    }

    boolean onlyWhileTrue() {
        return this == RECONCILING || this == STALLED;
    }
}
