package dev.cacheward.api.v1alpha1;

import java.util.List;

/** The values that the statuses of both kinds have in common; each is null until it is known. */
public interface ResourceStatus {
    /** Returns the generation of the spec that the status speaks of. */
    Long observedGeneration();

    /** Returns Ready and the kind's other conditions. */
    List<Condition> conditions();

    /** Returns what was delivered, by ConfigMap. */
    List<Delivered> delivered();
}
