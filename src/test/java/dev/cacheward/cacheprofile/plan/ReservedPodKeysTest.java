package dev.cacheward.cacheprofile.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.PodOverrides;
import dev.cacheward.cacheprofile.model.PodAdditions;
import dev.cacheward.validation.Problem;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReservedPodKeysTest {
    private static final PodAdditions POD = PodAdditions.of(new KubernetesSerialization()
            .unmarshal(
                    "labels: {team: shop, sidecar.istio.io/inject: 'true'}\nannotations: {example.com/cost: a}\n",
                    PodOverrides.class));

    @Test
    void everyKeyIsAllowedUnlessTheAdministratorSaysOtherwise() {
        assertThat(ReservedPodKeys.check(POD, Set.of())).isEmpty();
        assertThat(ReservedPodKeys.check(POD, Set.of("team", "sidecar.", "example.com/")))
                .isEmpty();
    }

    @Test
    void aKeyThatIsNotAllowedIsNamedWithWhatIs() {
        // When
        List<Problem> problems = ReservedPodKeys.check(POD, Set.of("team", "example.com/"));

        // Then
        assertThat(problems)
                .singleElement()
                .hasToString("spec.redis.managed.podTemplate.labels: \"sidecar.istio.io/inject\" is not allowed by the"
                        + " operator's administrator: allowed are keys that begin with example.com/ or team");
    }
}
