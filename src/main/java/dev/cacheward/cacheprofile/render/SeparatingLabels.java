package dev.cacheward.cacheprofile.render;

import dev.cacheward.cacheprofile.model.PodAdditions;
import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.PodAffinityTerm;
import io.fabric8.kubernetes.api.model.PodAntiAffinity;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the labels by which a rule must keep two pods apart. Rules that only prefer it keep no pod from a node. */
final class SeparatingLabels {
    private static final Set<String> BY_PRESENCE = Set.of("In", "Exists");

    private SeparatingLabels() {}

    /** Returns the keys of labels that these rules select, and without which they select no pod. */
    static Set<String> of(PodAdditions pod) {
        Stream<String> affinity = pod.affinity().map(Affinity::getPodAntiAffinity).stream()
                .map(PodAntiAffinity::getRequiredDuringSchedulingIgnoredDuringExecution)
                .flatMap(List::stream)
                .flatMap(SeparatingLabels::keys);
        Stream<String> spread = pod.topologySpreadConstraints().stream()
                .filter(rule -> !"ScheduleAnyway".equals(rule.getWhenUnsatisfiable()))
                .flatMap(SeparatingLabels::keys);
        return Stream.concat(affinity, spread).collect(Collectors.toSet());
    }

    private static Stream<String> keys(PodAffinityTerm term) {
        return Stream.concat(keys(term.getLabelSelector()), term.getMatchLabelKeys().stream());
    }

    private static Stream<String> keys(TopologySpreadConstraint rule) {
        return Stream.concat(keys(rule.getLabelSelector()), rule.getMatchLabelKeys().stream());
    }

    private static Stream<String> keys(LabelSelector selector) {
        return Optional.ofNullable(selector).stream()
                .flatMap(given -> Stream.concat(
                        Optional.ofNullable(given.getMatchLabels()).stream()
                                .flatMap(labels -> labels.keySet().stream()),
                        given.getMatchExpressions().stream()
                                .filter(rule -> BY_PRESENCE.contains(rule.getOperator()))
                                .map(LabelSelectorRequirement::getKey)));
    }
}
