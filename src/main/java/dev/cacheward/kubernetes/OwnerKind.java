package dev.cacheward.kubernetes;

import java.util.Arrays;

/**
 * The kinds of custom resources that own what the operator writes, with their labels, field managers and annotations. None of
 * these names may ever change: selectors are built from them, and fields that an earlier name owns would stay for ever.
 */
public enum OwnerKind {
    PROFILE("CacheProfile", "cacheward.dev/profile", "-profile-", "profile.cacheward.dev/"),
    POLICY("RateLimitPolicy", "cacheward.dev/policy", "-policy-", "policy.cacheward.dev/");

    private final String wire;
    private final String label;
    private final String managerInfix;
    private final String annotationPrefix;

    OwnerKind(String wire, String label, String managerInfix, String annotationPrefix) {
        this.wire = wire;
        this.label = label;
        this.managerInfix = managerInfix;
        this.annotationPrefix = annotationPrefix;
    }

    /** @throws IllegalArgumentException for a kind that owns nothing here */
    static OwnerKind of(String wire) {
        return Arrays.stream(values())
                .filter(kind -> kind.wire.equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no owner is of the kind " + wire));
    }

    /** Returns the kind as the API calls it. */
    public String wire() {
        return wire;
    }

    /** Returns the label of a child that names its owner. */
    public String label() {
        return label;
    }

    /** Returns the field manager of what one owner writes into objects that are not owned by us. */
    String fieldManager(String owner) {
        return Writer.FIELD_MANAGER + managerInfix + owner;
    }

    /** Whether a field manager is one of the operator's own, for whichever resource it writes. */
    public static boolean isFieldManager(String manager) {
        return manager.equals(Writer.FIELD_MANAGER)
                || Arrays.stream(values())
                        .map(kind -> Writer.FIELD_MANAGER + kind.managerInfix)
                        .anyMatch(manager::startsWith);
    }

    /** Returns the annotation that one owner sets on pods that are not owned by us. */
    public String annotation(String owner) {
        return annotationPrefix + owner;
    }
}
