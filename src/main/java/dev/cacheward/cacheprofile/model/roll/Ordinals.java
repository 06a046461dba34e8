package dev.cacheward.cacheprofile.model.roll;

import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which pods a StatefulSet has: one, whose ordinal alternates between 0 and 1 with each warm roll, or both while a roll is under
 * way.
 *
 * @param start the first ordinal
 * @param replicas the number of pods
 */
public record Ordinals(int start, int replicas) {
    /** Both pods of a roll. */
    public static final Ordinals PAIR = new Ordinals(0, 2);

    /** Returns what a StatefulSet is told. */
    public static Ordinals of(StatefulSet live) {
        return new Ordinals(
                Optional.ofNullable(live.getSpec().getOrdinals())
                        .map(ordinals -> ordinals.getStart())
                        .orElse(0),
                Optional.ofNullable(live.getSpec().getReplicas()).orElse(1));
    }

    /** Returns those of one pod. A name that is of neither pod counts as the first. */
    public static Ordinals only(String pod) {
        return new Ordinals(pod.endsWith("-1") ? 1 : 0, 1);
    }

    /** Whether these are what a StatefulSet has that says nothing. */
    public boolean isFirstAlone() {
        return start == 0 && replicas == 1;
    }

    /** Whether a second pod is asked for. */
    public boolean isPair() {
        return replicas > 1;
    }

    /** Returns the names of the pods. A number that no release wrote counts as the nearest that one does. */
    public List<String> names(String statefulSet) {
        return IntStream.range(start, start + Math.max(1, Math.min(2, replicas)))
                .mapToObj(ordinal -> statefulSet + "-" + ordinal)
                .toList();
    }
}
