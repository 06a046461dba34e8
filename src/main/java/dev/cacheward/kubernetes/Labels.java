package dev.cacheward.kubernetes;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The labels and annotations of children, and the finalizer of their owners. Selectors are built from them, so that none may ever
 * change. Nothing of a custom resource's own labels or annotations is copied to a child: GitOps tools prune what carries their
 * marks.
 */
public final class Labels {
    public static final String NAME = "app.kubernetes.io/name";
    public static final String INSTANCE = "app.kubernetes.io/instance";
    public static final String COMPONENT = "app.kubernetes.io/component";
    public static final String MANAGED_BY = "app.kubernetes.io/managed-by";
    /** On a claim that outlives its profile: whose it was, and who may take it up again. */
    public static final String RETAINED_PROFILE = "cacheward.dev/retained-profile";
    /** Hash over the paths of all applied fields; see {@link Drift}. */
    public static final String APPLIED_FIELDS = "cacheward.dev/applied-fields";

    /**
     * The finalizer of a resource whose keys may be in ConfigMaps that are not owned by us. Never to be changed: resources that
     * carry an earlier name could not be deleted any more.
     */
    public static final String MERGE_FINALIZER = "cacheward.dev/merged-keys";

    /** The value of {@link #NAME} on every child, whatever it is for. */
    private static final String APPLICATION = "redis";

    /** The value of {@link #MANAGED_BY}, and the selector of every informer of children. */
    public static final String OPERATOR = "cacheward";

    public static final String CHILDREN_SELECTOR = MANAGED_BY + "=" + OPERATOR;

    private Labels() {}

    /**
     * The labels of a child.
     *
     * @param owner the name of the resource that owns it
     */
    public static SortedMap<String, String> child(OwnerKind kind, String owner, String component) {
        SortedMap<String, String> labels = new TreeMap<>();
        labels.put(NAME, APPLICATION);
        labels.put(INSTANCE, owner);
        labels.put(COMPONENT, component);
        labels.put(MANAGED_BY, OPERATOR);
        labels.put(kind.label(), owner);
        return labels;
    }

    /** What selects the pods of a profile's server, and no other pod. */
    public static Map<String, String> serverSelector(String profile) {
        SortedMap<String, String> labels = child(OwnerKind.PROFILE, profile, SERVER);
        labels.remove(NAME);
        labels.remove(INSTANCE);
        return labels;
    }

    /** Component of the Redis server's own objects. */
    public static final String SERVER = "server";
    /** Component of the pod that tries out a change. */
    public static final String PREFLIGHT = "preflight";
    /** Component of what the application reads. */
    public static final String DELIVERY = "delivery";
}
