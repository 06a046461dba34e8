package dev.cacheward.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
     * Holds the revision of the connection in a Secret: a text without a meaning, which changes with the connection. It does not
     * depend on the password, since it goes into objects that more people may read.
     */
    public static final String CONNECTION = "cacheward.dev/connection";
    /** Holds when the connection in a Secret took the place of another, if the server takes both. */
    public static final String PUBLISHED = "cacheward.dev/published-at";

    /** Marks a Secret with a connection to a Redis that somebody else runs. */
    public static final String EXTERNAL = "cacheward.dev/external-redis";

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

    /** Whether the labels of an object say that it was made for this owner, or that it is a claim retained for its name. */
    static boolean madeFor(HasMetadata live, Owner owner) {
        Map<String, String> labels =
                Optional.ofNullable(live.getMetadata().getLabels()).orElse(Map.of());
        boolean retained = live instanceof PersistentVolumeClaim && owner.name().equals(labels.get(RETAINED_PROFILE));
        boolean made = OPERATOR.equals(labels.get(MANAGED_BY))
                && COMPONENTS.contains(labels.getOrDefault(COMPONENT, ""))
                && owner.name().equals(labels.get(owner.kind().label()));
        return retained || made;
    }

    /** Returns those of the labels of a child by which it is known as one. */
    static SortedMap<String, String> ofChildren(Map<String, String> labels) {
        SortedMap<String, String> known = new TreeMap<>(labels);
        known.keySet().removeAll(Set.of(NAME, INSTANCE, RETAINED_PROFILE));
        return known;
    }

    /** The component of the Redis server's own objects. */
    public static final String SERVER = "server";
    /** The component of the pod that tries out a change. */
    public static final String PREFLIGHT = "preflight";
    /** The component of the ConfigMaps that applications read. */
    public static final String DELIVERY = "delivery";

    private static final Set<String> COMPONENTS = Set.of(SERVER, PREFLIGHT, DELIVERY);
}
