package dev.cacheward.delivery;

import static dev.cacheward.api.v1alpha1.DeliveryFormat.ENV;
import static dev.cacheward.api.v1alpha1.DeliveryFormat.ENV_JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cacheward.api.v1alpha1.ConfigMapTarget;
import dev.cacheward.api.v1alpha1.Delivery;
import dev.cacheward.api.v1alpha1.DeliveryFormat;
import dev.cacheward.api.v1alpha1.DeliveryMode;
import dev.cacheward.status.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TargetsTest {
    @Test
    void absentDeliveryMeansTheDefaultMapAsEnv() {
        assertThat(Targets.resolve(Optional.empty(), "shop-cache"))
                .containsExactly(new Target("shop-cache", Set.of(ENV)));
    }

    @Test
    void anEmptyListDeliversNothing() {
        assertThat(Targets.resolve(Optional.of(List.of()), "shop-cache")).isEmpty();
    }

    @Test
    void aListReplacesTheDefault() {
        assertThat(Targets.resolve(Optional.of(List.of(to("mine", ENV_JSON))), "shop-cache"))
                .containsExactly(new Target("mine", Set.of(ENV_JSON)));
    }

    @Test
    void aFormatThatIsLeftOutIsEnv() {
        assertThat(Targets.resolve(Optional.of(List.of(to("mine", null))), "shop-cache"))
                .containsExactly(new Target("mine", Set.of(ENV)));
    }

    @Test
    void itemsForOneMapAreOneTarget() {
        // Given
        List<Delivery> delivery = List.of(to("b", ENV_JSON), to("a", ENV), to("b", ENV), to("b", ENV_JSON));

        // When
        List<Target> targets = Targets.resolve(Optional.of(delivery), "shop-cache");

        // Then
        assertThat(targets).containsExactly(new Target("a", Set.of(ENV)), new Target("b", Set.of(ENV, ENV_JSON)));
        assertThat(targets.get(1).formats()).containsExactly(ENV, ENV_JSON);
    }

    @Test
    void aMapThatTheOperatorUsesOtherwiseIsRefused() {
        // Given
        List<Target> targets = Targets.resolve(Optional.of(List.of(to("shop-redis-conf", ENV))), "shop-cache");

        // When
        List<Problem> problems = Targets.check(targets, Set.of("shop-redis-conf"));

        // Then
        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .startsWith("spec.delivery: \"shop-redis-conf\" cannot receive anything"));
    }

    @Test
    void anyOtherMapIsAccepted() {
        assertThat(Targets.check(List.of(new Target("shop-cache", Set.of(ENV))), Set.of("shop-redis-conf")))
                .isEmpty();
    }

    @Test
    void aTargetHasAFormat() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Target("mine", Set.of()));
    }

    private static Delivery to(String configMap, DeliveryFormat format) {
        return new Delivery(new ConfigMapTarget(configMap, DeliveryMode.OWN), format);
    }
}
