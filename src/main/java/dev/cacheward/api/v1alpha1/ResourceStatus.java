package dev.cacheward.api.v1alpha1;

import java.util.List;

/** What the statuses of both kinds have in common; null until it is known. */
public interface ResourceStatus {
    /** The generation of the spec that the status speaks of. */
    Long observedGeneration();

    /** Ready, and those of the kind. */
    List<Condition> conditions();

    /** What was delivered where. */
    List<Delivered> delivered();
}
