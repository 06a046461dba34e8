package dev.cacheward.delivery;

import static dev.cacheward.api.v1alpha1.DeliveryFormat.ENV;
import static dev.cacheward.api.v1alpha1.DeliveryFormat.ENV_JSON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.Delivery;
import dev.cacheward.api.v1alpha1.DeliveryFormat;
import dev.cacheward.api.v1alpha1.DeliveryMode;
import dev.cacheward.validation.Problem;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TargetsTest {
    @Test
    void aMapThatTheOperatorUsesOtherwiseIsRefused() {
        // When
        List<Problem> problems = Targets.check(List.of(to("shop-redis-conf", ENV)), Set.of("shop-redis-conf"));

        // Then
        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .startsWith("spec.delivery: \"shop-redis-conf\" cannot receive anything"));
    }

    @Test
    void anyOtherMapIsAccepted() {
        assertThat(Targets.check(List.of(to("shop-cache", ENV)), Set.of("shop-redis-conf")))
                .isEmpty();
    }

    @Test
    void aMapOfBothModesIsRefused() {
        // Given
        Delivery merged = Items.ttls("shop", DeliveryMode.MERGE, ENV);
        Delivery unsaid = Items.ttls("shop", null, ENV_JSON);

        // When
        List<Problem> problems = Targets.checkModes(List.of(merged, unsaid));

        // Then
        assertThat(problems)
                .extracting(Problem::toString)
                .containsExactly(
                        "spec.delivery: \"shop\" is there with mode Own and with mode Merge; a ConfigMap has one of"
                                + " them");
        assertThat(Targets.checkModes(List.of(merged, merged, to("other", ENV))))
                .isEmpty();
    }

    @Test
    void theMapsOfSomebodyElseAreKnownByTheirMode() {
        // Given
        Delivery merged = Items.ttls("shop", DeliveryMode.MERGE, null);

        // Then
        assertThat(Targets.merged(List.of(merged, to("mine", ENV)))).containsExactly("shop");
        assertThat(Targets.merged(List.of())).isEmpty();
    }

    private static Delivery to(String configMap, DeliveryFormat format) {
        return Items.ttls(configMap, DeliveryMode.OWN, format);
    }
}
