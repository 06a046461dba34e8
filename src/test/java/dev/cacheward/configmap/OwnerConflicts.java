package dev.cacheward.configmap;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.StatusBuilder;

/** What an API server answers to an apply of fields that others own. */
public final class OwnerConflicts {
    private OwnerConflicts() {}

    /** All of {@code data} is somebody's. */
    public static Status ofData(String manager) {
        return new StatusBuilder()
                .withStatus("Failure")
                .withCode(409)
                .withReason("Conflict")
                .withMessage("Apply failed with 1 conflict: conflict with \"" + manager + "\": .data")
                .withNewDetails()
                .addNewCause(".data", "conflict with \"" + manager + "\"", "FieldManagerConflict")
                .endDetails()
                .build();
    }
}
