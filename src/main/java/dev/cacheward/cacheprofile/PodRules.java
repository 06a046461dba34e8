package dev.cacheward.cacheprofile;

import dev.cacheward.api.v1alpha1.PodOverrides;
import dev.cacheward.kubernetes.Labels;
import dev.cacheward.status.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What may be added to the pod: nothing that the operator itself selects or recognises pods by. */
final class PodRules {
    private static final String FIELD = ServerValidator.FIELD + ".podTemplate";

    private PodRules() {}

    static List<Problem> check(PodOverrides pod) {
        return Stream.concat(reserved("labels", pod.labels()), reserved("annotations", pod.annotations()))
                .toList();
    }

    private static Stream<Problem> reserved(String field, Map<String, String> said) {
        return new TreeSet<>(Optional.ofNullable(said).orElse(Map.of()).keySet())
                .stream()
                        .filter(Labels::reserved)
                        .map(key -> new Problem(
                                FIELD + "." + field,
                                "\"" + key + "\" is set by the operator: allowed are keys outside of"
                                        + " app.kubernetes.io/ and cacheward.dev/"));
    }
}
