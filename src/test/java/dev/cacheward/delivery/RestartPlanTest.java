package dev.cacheward.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.Delivered;
import dev.cacheward.api.v1alpha1.DeliveryMode;
import dev.cacheward.api.v1alpha1.RestartTarget;
import dev.cacheward.api.v1alpha1.WorkloadKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RestartPlanTest {
    private static final RestartTarget BACKEND = new RestartTarget(WorkloadKind.DEPLOYMENT, "backend");
    private static final RestartTarget WORKER = new RestartTarget(WorkloadKind.DEPLOYMENT, "worker");

    @Test
    void aChangedKeyOrValueInAnyMapChangesTheMark() {
        // Given
        String mark = mark(map("a", "1111"), map("b", "2222"));

        // Then
        assertThat(Stream.of(
                        mark(map("a", "3333"), map("b", "2222")),
                        mark(map("a", "1111")),
                        mark(map("a", "1111"), map("b", "2222"), map("c", "3333")),
                        mark()))
                .doesNotContain(mark)
                .doesNotHaveDuplicates()
                .allMatch(other -> other.matches("[0-9a-f]{16}"));
    }

    @Test
    void whereTheKeysAreDoesNotChangeTheMark() {
        // Given
        String mark = mark(map("a", "1111"), map("b", "2222"));

        // Then
        assertThat(Stream.of(
                        mark(map("b", "2222"), map("a", "1111")),
                        mark(map("renamed", "1111"), map("b", "2222")),
                        mark(map("a", "1111"), map("b", "2222"), map("same-as-a", "1111"))))
                .containsOnly(mark);
    }

    @Test
    void theMarkOfTheSameKeysIsTheSameInEveryVersionOfTheOperator() {
        assertThat(mark(map("a", "1111"))).isEqualTo("6138618f22075a78");
    }

    @Test
    void eachWorkloadIsNamedOnceInTheOrderOfTheSpec() {
        assertThat(RestartPlan.of(Optional.of(List.of(WORKER, BACKEND, WORKER)), List.of())
                        .workloads())
                .containsExactly(WORKER, BACKEND);
    }

    @Test
    void withoutAListNothingIsRestarted() {
        assertThat(RestartPlan.of(Optional.empty(), List.of(map("a", "1111"))).workloads())
                .isEmpty();
        assertThat(RestartPlan.none().workloads()).isEmpty();
    }

    private static String mark(Delivered... delivered) {
        return RestartPlan.of(Optional.of(List.of(BACKEND)), List.of(delivered)).keys();
    }

    private static Delivered map(String name, String hash) {
        return new Delivered(name, DeliveryMode.OWN, 1, hash, List.of());
    }
}
