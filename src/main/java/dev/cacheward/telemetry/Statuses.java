package dev.cacheward.telemetry;

import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.api.v1alpha1.ResourceStatus;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Conditions;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.CustomResource;
import java.util.List;
import java.util.Optional;

/** Reads the statuses of our custom resources. */
final class Statuses {
    private Statuses() {}

    /** Returns the condition Ready; empty before the first reconciliation, and for other objects. */
    static Optional<Condition> ready(HasMetadata resource) {
        return Conditions.find(conditions(resource), ConditionType.READY);
    }

    private static List<Condition> conditions(HasMetadata resource) {
        return resource instanceof CustomResource<?, ?> custom && custom.getStatus() instanceof ResourceStatus status
                ? Optional.ofNullable(status.conditions()).orElse(List.of())
                : List.of();
    }
}
