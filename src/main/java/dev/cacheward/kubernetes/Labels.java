package dev.cacheward.kubernetes;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The labels and annotations of children, and the finalizer of their owners. The names may never change, nor the values that
 * {@link #serverSelector} has. No label or annotation of a custom resource is copied to a child: GitOps tools delete unknown objects that carry
 * their marks.
 */
public final class Labels {
    public static final String NAME = "app.kubernetes.io/name";
    public static final String INSTANCE = "app.kubernetes.io/instance";
    public static final String COMPONENT = "app.kubernetes.io/component";
    public static final String MANAGED_BY = "app.kubernetes.io/managed-by";
    /**
     * Marks a claim that outlives its profile. Its value is the name of the profile, and a new profile of that name may use the
     * claim again.
     */
    public static final String RETAINED_PROFILE = "cacheward.dev/retained-profile";

    /**
     * Marks a resource whose keys may be in ConfigMaps that are not owned by us. It must never be renamed, since a resource
     * with the earlier name could not be deleted.
     */
    public static final String MERGE_FINALIZER = "cacheward.dev/merged-keys";

    /**
     * The value of {@link #NAME} on every child of either kind. Charts of Redis select the pods of a release by {@code redis}
     * and its name, so it must be another one.
     */
    private static final String APPLICATION = "cacheward-redis";
    /** Ends the value of {@link #INSTANCE}. No release has such a name, so a selector by the release alone takes no child. */
    private static final String INSTANCE_SUFFIX = ".cacheward.dev";

    private static final String FIRST_APPLICATION = "redis";

    /** The value of {@link #MANAGED_BY}, and the selector of every informer of children. */
    public static final String OPERATOR = "cacheward";

    public static final String CHILDREN_SELECTOR = MANAGED_BY + "=" + OPERATOR;

    private Labels() {}

    /**
     * Returns the labels of a child.
     *
     * @param owner the name of the resource that owns it
     */
    public static SortedMap<String, String> child(OwnerKind kind, String owner, String component) {
        SortedMap<String, String> labels = new TreeMap<>();
        labels.put(NAME, APPLICATION);
        labels.put(INSTANCE, owner + INSTANCE_SUFFIX);
        labels.put(COMPONENT, component);
        labels.put(MANAGED_BY, OPERATOR);
        labels.put(kind.label(), owner);
        return labels;
    }

    /** Returns the labels of a child as the first release wrote them. Pods that it made keep them. */
    public static SortedMap<String, String> firstChild(OwnerKind kind, String owner, String component) {
        SortedMap<String, String> labels = child(kind, owner, component);
        labels.put(NAME, FIRST_APPLICATION);
        labels.put(INSTANCE, owner);
        return labels;
    }

    /** Returns the selector of the pods of a profile's server, which matches no other pod. */
    public static Map<String, String> serverSelector(String profile) {
        SortedMap<String, String> labels = child(OwnerKind.PROFILE, profile, SERVER);
        labels.remove(NAME);
        labels.remove(INSTANCE);
        return labels;
    }

    /** The component of the Redis server's own objects. */
    public static final String SERVER = "server";
    /** The component of the pod that tries out a change. */
    public static final String PREFLIGHT = "preflight";
    /** The component of the ConfigMaps that applications read. */
    public static final String DELIVERY = "delivery";
}
