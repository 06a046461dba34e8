package dev.cacheward.cacheprofile.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.PodOverrides;
import dev.cacheward.cacheprofile.model.PodAdditions;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeparatingLabelsTest {
    private static final String TERM = "topologyKey: kubernetes.io/hostname, labelSelector: ";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "no rule                     | {}                                                        | ",
                "a required rule             | {affinity: {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution:"
                        + " [{TERM {matchLabels: {team: shop, tier: cache}}}]}}} | team,tier",
                "a required expression       | {affinity: {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution:"
                        + " [{TERM {matchExpressions: [{key: team, operator: In, values: [shop]}, {key: tier, operator: Exists},"
                        + " {key: old, operator: DoesNotExist}]}}]}}} | team,tier",
                "a label by its key          | {affinity: {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution:"
                        + " [{TERM {}, matchLabelKeys: [team]}]}}} | team",
                "a preferred rule            | {affinity: {podAntiAffinity: {preferredDuringSchedulingIgnoredDuringExecution:"
                        + " [{weight: 1, podAffinityTerm: {TERM {matchLabels: {team: shop}}}}]}}} | ",
                "affinity, which draws       | {affinity: {podAffinity: {requiredDuringSchedulingIgnoredDuringExecution:"
                        + " [{TERM {matchLabels: {team: shop}}}]}}} | ",
                "a spread that must hold     | {topologySpreadConstraints: [{maxSkew: 1, whenUnsatisfiable: DoNotSchedule,"
                        + " TERM {matchLabels: {team: shop}}}]} | team",
                "a spread that may not hold  | {topologySpreadConstraints: [{maxSkew: 1, whenUnsatisfiable: ScheduleAnyway,"
                        + " TERM {matchLabels: {team: shop}}}]} | "
            })
    void onlyLabelsOfRulesThatMustHoldAreLeftOut(String what, String podTemplate, String expected) {
        // Given
        PodOverrides spec = new KubernetesSerialization()
                .unmarshal("---\n" + podTemplate.replace("TERM ", TERM), PodOverrides.class);

        // When
        var labels = SeparatingLabels.of(PodAdditions.of(spec));

        // Then
        assertThat(labels)
                .as(what)
                .containsExactlyInAnyOrderElementsOf(Optional.ofNullable(expected)
                        .map(text -> List.of(text.split(",")))
                        .orElse(List.of()));
    }
}
