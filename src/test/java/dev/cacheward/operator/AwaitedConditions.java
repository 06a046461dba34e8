package dev.cacheward.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.api.v1alpha1.ResourceStatus;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Conditions;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.client.CustomResource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Waits for what a status says of the generation that is there, and not of one before. */
final class AwaitedConditions {
    private AwaitedConditions() {}

    static Condition condition(
            Supplier<? extends CustomResource<?, ? extends ResourceStatus>> look, ConditionType type, Reason reason) {
        AtomicReference<Condition> found = new AtomicReference<>();
        RunningOperator.soon().untilAsserted(() -> {
            List<Condition> own = current(look.get());
            assertThat(own)
                    .anyMatch(condition -> condition.type().equals(type.wire())
                            && condition.reason().equals(reason.wire()));
            found.set(Conditions.find(own, type).orElseThrow());
        });
        return found.get();
    }

    /** Waits until nobody knows whether a resource is ready. */
    static void unknown(Supplier<? extends CustomResource<?, ? extends ResourceStatus>> look, Reason reason) {
        RunningOperator.soon()
                .untilAsserted(() -> assertThat(
                                Conditions.find(look.get().getStatus().conditions(), ConditionType.READY))
                        .hasValueSatisfying(ready -> {
                            assertThat(ready.status()).isEqualTo("Unknown");
                            assertThat(ready.reason()).isEqualTo(reason.wire());
                        }));
    }

    private static List<Condition> current(CustomResource<?, ? extends ResourceStatus> resource) {
        return resource.getStatus().conditions().stream()
                .filter(condition -> resource.getMetadata().getGeneration().equals(condition.observedGeneration()))
                .toList();
    }
}
