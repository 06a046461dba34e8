package dev.cacheward.cacheprofile.plan;

import dev.cacheward.cacheprofile.model.PodAdditions;
import dev.cacheward.validation.Problem;
import dev.cacheward.validation.Quote;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Refuses labels and annotations by which the operator itself selects or recognises pods. */
final class ReservedPodKeys {
    private static final String FIELD = ServerValidator.FIELD + ".podTemplate";

    private ReservedPodKeys() {}

    static List<Problem> check(PodAdditions pod) {
        return Stream.concat(
                        reserved("labels", pod.labels(), List.of("cacheward.dev/", "app.kubernetes.io/")),
                        reserved("annotations", pod.annotations(), List.of("cacheward.dev/")))
                .toList();
    }

    private static Stream<Problem> reserved(String field, Map<String, String> spec, List<String> ours) {
        return new TreeSet<>(spec.keySet())
                .stream()
                        .filter(key -> ours.stream().anyMatch(key::startsWith))
                        .map(key -> new Problem(
                                FIELD + "." + field,
                                Quote.of(key) + " is set by the operator: allowed are keys that do not begin with "
                                        + String.join(" or ", ours)));
    }
}
