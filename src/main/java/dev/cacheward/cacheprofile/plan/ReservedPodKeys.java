package dev.cacheward.cacheprofile.plan;

import dev.cacheward.cacheprofile.model.PodAdditions;
import dev.cacheward.validation.Problem;
import dev.cacheward.validation.Quote;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Refuses labels and annotations by which the operator itself selects or recognises pods, and those that its administrator has not
 * allowed: some set off injectors, or give the pod an identity in a cloud.
 */
final class ReservedPodKeys {
    private static final String FIELD = ServerValidator.FIELD + ".podTemplate";

    private ReservedPodKeys() {}

    /** @param allowed what keys may begin with; empty: anything */
    static List<Problem> check(PodAdditions pod, Set<String> allowed) {
        return Stream.of(
                        reserved("labels", pod.labels(), List.of("cacheward.dev/", "app.kubernetes.io/")),
                        reserved("annotations", pod.annotations(), List.of("cacheward.dev/")),
                        notAllowed("labels", pod.labels(), allowed),
                        notAllowed("annotations", pod.annotations(), allowed))
                .flatMap(problems -> problems)
                .toList();
    }

    private static Stream<Problem> reserved(String field, Map<String, String> spec, List<String> ours) {
        return sorted(spec)
                .filter(key -> ours.stream().anyMatch(key::startsWith))
                .map(key -> new Problem(
                        FIELD + "." + field,
                        Quote.of(key) + " is set by the operator: allowed are keys that do not begin with "
                                + String.join(" or ", ours)));
    }

    private static Stream<Problem> notAllowed(String field, Map<String, String> spec, Set<String> allowed) {
        return sorted(spec)
                .filter(key -> !allowed.isEmpty() && allowed.stream().noneMatch(key::startsWith))
                .map(key -> new Problem(
                        FIELD + "." + field,
                        Quote.of(key)
                                + " is not allowed by the operator's administrator: allowed are keys that begin with "
                                + String.join(" or ", new TreeSet<>(allowed))));
    }

    private static Stream<String> sorted(Map<String, String> spec) {
        return new TreeSet<>(spec.keySet()).stream();
    }
}
