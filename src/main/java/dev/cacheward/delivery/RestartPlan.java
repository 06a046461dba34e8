package dev.cacheward.delivery;

import dev.cacheward.api.v1alpha1.Delivered;
import dev.cacheward.api.v1alpha1.RestartTarget;
import dev.cacheward.validation.Fingerprint;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which workloads are to carry which mark on their pods, so that these have read what is delivered.
 *
 * @param workloads in the order of the spec, none twice
 * @param mark 16 hex digits that change when, and only when, the keys or values of a ConfigMap do
 */
public record RestartPlan(List<RestartTarget> workloads, String mark) {
    /**
     * A plan for what is delivered. What the ConfigMaps are called makes no difference, nor does a second one with the same keys;
     * a key that is in another one than before does, since a workload may read but one of them.
     *
     * @param wanted empty or absent: nothing is restarted
     * @param delivered what all ConfigMaps of the resource hold
     */
    public static RestartPlan of(Optional<List<RestartTarget>> wanted, List<Delivered> delivered) {
        SortedMap<String, String> distinct = new TreeMap<>();
        delivered.forEach(target -> distinct.put(target.hash(), ""));
        return new RestartPlan(wanted.orElse(List.of()).stream().distinct().toList(), Fingerprint.of(distinct));
    }

    /** Nothing is restarted. */
    public static RestartPlan none() {
        return new RestartPlan(List.of(), "");
    }
}
