package dev.cacheward.status;

/**
 * Every reason that a condition can carry. conditions.md has a row for each, and a test provokes each; both are checked against
 * this enum.
 */
public enum Reason {
    /** Everything that the spec asks for holds. */
    READY("Ready"),
    /** The spec breaks a rule that the API server could not check; the last good state is kept. */
    INVALID_SPEC("InvalidSpec", Kind.HUMAN),
    /** A foreign object has a name that the operator needs. */
    NAME_CONFLICT("NameConflict", Kind.HUMAN),
    /** Objects of a deleted resource of the same name are still being removed. */
    AWAITING_DELETION("AwaitingDeletion", Kind.PROGRESS),
    /** The API server refused a request (quota, admission or a missing permission), or keeps giving no answer to it. */
    WRITE_REFUSED("WriteRefused"),
    /** Somebody else changes or deletes what the operator writes, each time that it is written. */
    CONTESTED("Contested", Kind.HUMAN),
    /** The operator failed in a way that it does not know. */
    INTERNAL_ERROR("InternalError"),
    /** A person has stopped the operator for this resource. */
    PAUSED("Paused"),
    /** The operator was removed from the cluster, and nobody looks after the resource. */
    OPERATOR_REMOVED("OperatorRemoved"),

    /** The ConfigMaps hold what they should. */
    DELIVERED("Delivered"),
    /** Keys are being merged into a foreign ConfigMap. */
    DELIVERING("Delivering", Kind.PROGRESS),
    /** A key in a foreign ConfigMap has another value, which the operator must not change. */
    KEY_CONFLICT("KeyConflict", Kind.HUMAN),
    /** The ConfigMap that keys are to be merged into does not exist. */
    TARGET_NOT_FOUND("TargetNotFound"),
    /** The ConfigMap that keys are to be merged into cannot be changed. */
    TARGET_IMMUTABLE("TargetImmutable", Kind.HUMAN),
    /** With our keys, the ConfigMap would be larger than Kubernetes allows. */
    TARGET_TOO_LARGE("TargetTooLarge", Kind.HUMAN),

    /** The pod is being created or is not ready yet. */
    PROVISIONING("Provisioning", Kind.PROGRESS),
    /** A change is being tried out beside the running server. */
    PREFLIGHT("Preflight", Kind.PROGRESS),
    /** The pod is being replaced by a new one. */
    RESTARTING("Restarting", Kind.PROGRESS),
    /** A second server is taking over the data of the running one. */
    ROLLING("Rolling", Kind.PROGRESS),
    /** The server cannot be replaced by one that takes over its data; the old one stays. */
    WARM_ROLL_REFUSED("WarmRollRefused", Kind.HUMAN),
    /** The running pod is getting other CPU or memory. */
    RESIZING("Resizing", Kind.PROGRESS),
    /** The node gives the running pod its new resources later. */
    RESIZE_DEFERRED("ResizeDeferred", Kind.PROGRESS),
    /** The node can never give the running pod its new resources; it keeps the old ones. */
    RESIZE_INFEASIBLE("ResizeInfeasible", Kind.HUMAN),
    /** Data is being written in the form that the new persistence mode reads. */
    SWITCHING_PERSISTENCE("SwitchingPersistence", Kind.PROGRESS),
    /** The data cannot be written in the form of the new persistence mode; the old one stays. */
    PERSISTENCE_SWITCH_FAILED("PersistenceSwitchFailed"),
    /** It is unknown in which format the data on the volume is. */
    DATA_FORM_UNKNOWN("DataFormUnknown", Kind.HUMAN),
    /** The server cannot write to its volume, so it was not started. */
    VOLUME_NOT_WRITABLE("VolumeNotWritable", Kind.HUMAN),
    /** The memory limit would be below what the data on the volume needs; the old one stays. */
    MEMORY_BELOW_DATA("MemoryBelowData", Kind.HUMAN),
    /** The image cannot be pulled. */
    IMAGE_PULL_FAILED("ImagePullFailed"),
    /** No node takes the pod. */
    UNSCHEDULABLE("Unschedulable"),
    /** The pod does not end, or cannot begin, and does not get out of that by itself. */
    POD_STUCK("PodStuck", Kind.HUMAN),
    /** The image lacks what the server or its probes run. */
    IMAGE_UNSUITABLE("ImageUnsuitable", Kind.HUMAN),
    /** The server does not start with this configuration. */
    CONFIG_REFUSED("ConfigRefused", Kind.HUMAN),
    /** The server keeps crashing, but not because of its configuration. */
    CRASH_LOOPING("CrashLooping"),

    /** A Secret or ConfigMap that the spec reads from, or its key, does not exist. */
    SECRET_NOT_FOUND("SecretNotFound", Kind.HUMAN),
    /** The password in the named Secret cannot be used. */
    INVALID_PASSWORD("InvalidPassword", Kind.HUMAN),
    /** What a Secret or ConfigMap holds cannot be what the spec reads it for. */
    INVALID_REFERENCE("InvalidReference", Kind.HUMAN),

    /** The server's certificate is good for more than a week. */
    CERTIFICATE_VALID("CertificateValid"),
    /** The certificate in the named Secret cannot be used. */
    CERTIFICATE_INVALID("CertificateInvalid", Kind.HUMAN),
    /** The certificate is being made, or the running server has not taken it yet. */
    CERTIFICATE_PENDING("CertificatePending", Kind.PROGRESS),
    /** The server's certificate ends within a week. */
    CERTIFICATE_EXPIRING("CertificateExpiring"),
    /** The server's certificate has ended. */
    CERTIFICATE_EXPIRED("CertificateExpired"),

    /** The sampled keys expire as the profile says. */
    KEYS_EXPIRE("KeysExpire"),
    /** Keys live longer than the profile says. */
    TTLS_TOO_LONG("TtlsTooLong"),
    /** Keys that should expire never do. */
    KEYS_NEVER_EXPIRE("KeysNeverExpire"),

    /** The application's check passed. */
    CHECK_PASSED("CheckPassed"),
    CONNECTION_REFUSED("ConnectionRefused"),
    /** The server, or something before it, closed the connection instead of answering. */
    CONNECTION_CLOSED("ConnectionClosed"),
    TIMEOUT("Timeout"),
    /** The host's name leads to no address. */
    DNS_FAILURE("DnsFailure"),
    /** The operator may not connect to this host. */
    HOST_NOT_ALLOWED("HostNotAllowed", Kind.HUMAN),
    /** No encrypted connection comes about. */
    TLS_FAILED("TlsFailed"),
    AUTH_FAILED("AuthFailed"),
    NO_PERMISSION("NoPermission"),
    LOADING("Loading"),
    PERSISTENCE_FAILING("PersistenceFailing"),
    OUT_OF_MEMORY("OutOfMemory"),
    MAX_CLIENTS("MaxClients"),
    READ_ONLY("ReadOnly"),
    BUSY("Busy"),
    /** The provider's plan allows no more requests, data or connections. */
    QUOTA_EXCEEDED("QuotaExceeded"),
    /** The server is a node of a cluster, and the application connects as to a single server. */
    CLUSTER_MODE_REQUIRED("ClusterModeRequired", Kind.HUMAN),
    /** The server lacks a command that is needed. */
    CAPABILITY_MISSING("CapabilityMissing", Kind.HUMAN),
    NOT_REDIS("NotRedis"),
    /** The running server has the configuration of its files. */
    IN_SYNC("InSync"),
    /** Somebody has changed the configuration of the running server. */
    DRIFTED("Drifted"),

    /** The server writes its data to its volume. */
    PERSISTED("Persisted"),
    /** The memory suffices. */
    MEMORY_AMPLE("MemoryAmple"),
    /** The memory is nearly full of what is never evicted. */
    MEMORY_FILLING("MemoryFilling"),
    /** The server makes room by evicting keys, as a full cache does. */
    EVICTING("Evicting"),
    /** The process takes far more memory than its data. */
    FRAGMENTED("Fragmented"),
    /** Enough lookups find a key. */
    HIT_RATE_GOOD("HitRateGood"),
    /** Too many lookups find no key. */
    HIT_RATE_LOW("HitRateLow"),
    /** There are not enough lookups to judge. */
    TOO_FEW_READS("TooFewReads"),

    /** The profile exists and is Ready. */
    PROFILE_READY("ProfileReady"),
    PROFILE_NOT_FOUND("ProfileNotFound"),
    PROFILE_NOT_READY("ProfileNotReady", Kind.PROGRESS),
    /** The server never evicts, so counters stay. */
    NEVER_EVICTS("NeverEvicts"),
    /** Counters may be evicted under memory pressure, which lifts limits. */
    COUNTERS_MAY_BE_EVICTED("CountersMayBeEvicted"),
    /** The presets express everything. */
    ALL_EXPRESSED("AllExpressed"),
    /** A preset cannot express something, which is left out. */
    NOT_EXPRESSIBLE("NotExpressible");

    private enum Kind {
        PROGRESS,
        HUMAN,
        OTHER
    }

    private final String wire;
    private final Kind kind;

    Reason(String wire) {
        this(wire, Kind.OTHER);
    }

    Reason(String wire, Kind kind) {
        this.wire = wire;
        this.kind = kind;
    }

    /** The string in {@code conditions[].reason}. */
    public String wire() {
        return wire;
    }

    /** Whether work is under way that finishes by itself (Reconciling in kstatus). */
    public boolean isProgress() {
        return kind == Kind.PROGRESS;
    }

    /** Whether trying again will not help (Stalled in kstatus). */
    public boolean needsHuman() {
        return kind == Kind.HUMAN;
    }
}
