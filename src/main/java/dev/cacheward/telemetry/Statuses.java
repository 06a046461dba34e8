package dev.cacheward.telemetry;

import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.api.v1alpha1.ResourceStatus;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Conditions;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.CustomResource;
import java.util.List;
import java.util.Optional;

/** What our custom resources say of themselves. */
final class Statuses {
    private Statuses() {}

    /** The condition Ready; empty before the first reconciliation. */
    static Optional<Condition> ready(HasMetadata resource) {
        return Conditions.find(conditions(resource), ConditionType.READY);
    }

    private static List<Condition> conditions(HasMetadata resource) {
        return resource instanceof CustomResource<?, ?> custom && custom.getStatus() instanceof ResourceStatus status
                ? Optional.ofNullable(status.conditions()).orElse(List.of())
                : List.of();
    }
}
