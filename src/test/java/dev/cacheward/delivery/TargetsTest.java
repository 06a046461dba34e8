package dev.cacheward.delivery;

import static dev.cacheward.api.v1alpha1.DeliveryFormat.ENV;
import static dev.cacheward.api.v1alpha1.DeliveryFormat.ENV_JSON;
import static dev.cacheward.api.v1alpha1.DeliveryMode.OWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cacheward.api.v1alpha1.ConfigMapTarget;
import dev.cacheward.api.v1alpha1.Delivery;
import dev.cacheward.api.v1alpha1.DeliveryFormat;
import dev.cacheward.api.v1alpha1.DeliveryMode;
import dev.cacheward.validation.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TargetsTest {
    @Test
    void absentDeliveryMeansTheDefaultMapAsEnv() {
        assertThat(Targets.resolve(Optional.empty(), "shop-cache"))
                .containsExactly(new Target("shop-cache", OWN, Set.of(ENV)));
    }

    @Test
    void anEmptyListDeliversNothing() {
        assertThat(Targets.resolve(Optional.of(List.of()), "shop-cache")).isEmpty();
    }

    @Test
    void aListReplacesTheDefault() {
        assertThat(Targets.resolve(Optional.of(List.of(to("mine", ENV_JSON))), "shop-cache"))
                .containsExactly(new Target("mine", OWN, Set.of(ENV_JSON)));
    }

    @Test
    void aFormatThatIsLeftOutIsEnv() {
        assertThat(Targets.resolve(Optional.of(List.of(to("mine", null))), "shop-cache"))
                .containsExactly(new Target("mine", OWN, Set.of(ENV)));
    }

    @Test
    void itemsForOneMapAreOneTarget() {
        // Given
        List<Delivery> delivery = List.of(to("b", ENV_JSON), to("a", ENV), to("b", ENV), to("b", ENV_JSON));

        // When
        List<Target> targets = Targets.resolve(Optional.of(delivery), "shop-cache");

        // Then
        assertThat(targets)
                .containsExactly(new Target("a", OWN, Set.of(ENV)), new Target("b", OWN, Set.of(ENV, ENV_JSON)));
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
        assertThat(Targets.check(List.of(new Target("shop-cache", OWN, Set.of(ENV))), Set.of("shop-redis-conf")))
                .isEmpty();
    }

    @Test
    void aMapOfBothModesIsRefused() {
        // Given
        Delivery merged = new Delivery(new ConfigMapTarget("shop", DeliveryMode.MERGE), ENV);
        Delivery unsaid = new Delivery(new ConfigMapTarget("shop", null), ENV_JSON);

        // When
        List<Problem> problems = Targets.checkModes(Optional.of(List.of(merged, unsaid)));

        // Then
        assertThat(problems)
                .extracting(Problem::toString)
                .containsExactly(
                        "spec.delivery: \"shop\" is there with mode Own and with mode Merge; a ConfigMap has one of"
                                + " them");
        assertThat(Targets.checkModes(Optional.of(List.of(merged, merged, to("other", ENV)))))
                .isEmpty();
    }

    @Test
    void theMapsOfSomebodyElseAreKnownByTheirMode() {
        // Given
        Delivery merged = new Delivery(new ConfigMapTarget("shop", DeliveryMode.MERGE), null);

        // Then
        assertThat(Targets.merged(Optional.of(List.of(merged, to("mine", ENV)))))
                .containsExactly("shop");
        assertThat(Targets.merged(Optional.empty())).isEmpty();
    }

    @Test
    void aTargetHasAFormat() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Target("mine", OWN, Set.of()));
    }

    private static Delivery to(String configMap, DeliveryFormat format) {
        return new Delivery(new ConfigMapTarget(configMap, DeliveryMode.OWN), format);
    }
}
