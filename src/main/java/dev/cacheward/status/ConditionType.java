package dev.cacheward.status;

import java.util.Set;

/** The types of conditions, in the order in which a status lists them. */
public enum ConditionType {
    /** Everything that the spec asks for holds. */
    READY("Ready"),
    /** Work is under way; present only while it is True, as kstatus wants. */
    RECONCILING("Reconciling"),
    /** A human must act, since trying again will not help; present only while it is True, as kstatus wants. */
    STALLED("Stalled"),
    /** For a profile: the check that acts as an application does has passed. */
    REDIS_AVAILABLE("RedisAvailable"),
    /** Every target holds what it should. */
    CONFIG_DELIVERED("ConfigDelivered"),
    /**
     * For a profile: the running server has the configuration of its files. It is there once the two have differed, and no part
     * of Ready.
     */
    CONFIG_IN_SYNC("ConfigInSync"),
    /** For a profile with TLS: the certificate is good for more than a week. This is a warning and no part of Ready. */
    CERTIFICATE_VALID("CertificateValid"),
    /** For a profile with persistence: the server writes its data to its volume. This is a warning and no part of Ready. */
    PERSISTENCE_HEALTHY("PersistenceHealthy"),
    /** For a profile: the memory suffices, and is used well. This is a warning and no part of Ready. */
    MEMORY_HEALTHY("MemoryHealthy"),
    /** For a profile: enough lookups find a key. This is a warning and no part of Ready. */
    HIT_RATE_HEALTHY("HitRateHealthy"),
    /** For a profile with keyspaces: the sampled keys expire as the profile says. This is a warning and no part of Ready. */
    KEYS_EXPIRE("KeysExpire"),
    /** The presets express everything that the spec says; there only with a preset. This is a warning and no part of Ready. */
    PRESET_COMPLETE("PresetComplete"),
    /** For a policy: the profile exists and is Ready for its current generation. */
    PROFILE_RESOLVED("ProfileResolved"),
    /** For a policy: the server never evicts counters. This is a warning and no part of Ready. */
    EVICTION_SAFE("EvictionSafe");

    private final String wire;

    ConditionType(String wire) {
        this.wire = wire;
    }

    /** The string in {@code conditions[].type}. */
    public String wire() {
        return wire;
    }

    /** Whether it says how well a server does what it does; a metric shows it, too. */
    public boolean isHealth() {
        return Set.of(PERSISTENCE_HEALTHY, MEMORY_HEALTHY, HIT_RATE_HEALTHY, KEYS_EXPIRE)
                .contains(this);
    }

    boolean onlyWhileTrue() {
        return this == RECONCILING || this == STALLED;
    }
}
