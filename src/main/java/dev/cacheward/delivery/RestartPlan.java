package dev.cacheward.delivery;

import dev.cacheward.api.v1alpha1.Delivered;
import dev.cacheward.api.v1alpha1.RestartTarget;
import dev.cacheward.validation.Fingerprint;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Says which workloads must have read what.
 *
 * @param workloads in the order of the spec, none twice
 * @param keys 16 hexadecimal digits that change if and only if the keys or values of a ConfigMap do; empty in {@link #none}
 * @param connection the revision of the published connection; if it is empty, whatever the pods have read is right
 * @param connects whether the server takes this connection; until then nothing is restarted because of it alone
 * @param complete whether every key is delivered; while one is in conflict, nothing is restarted because of keys
 * @param returned whether values were missing or different until now; a pod that started meanwhile may not have read them
 */
public record RestartPlan(
        List<RestartTarget> workloads,
        String keys,
        Optional<String> connection,
        boolean connects,
        boolean complete,
        boolean returned) {
    /**
     * Makes the plan for what is delivered. The names of the ConfigMaps do not change the hash, nor does a second ConfigMap
     * with the same keys. A key that moves to another ConfigMap does, since a workload may read only one of them.
     *
     * @param wanted empty or absent: nothing is restarted
     * @param delivered what all ConfigMaps of the resource hold
     */
    public static RestartPlan of(Optional<List<RestartTarget>> wanted, List<Delivered> delivered) {
        SortedMap<String, String> distinct = new TreeMap<>();
        delivered.forEach(target -> distinct.put(target.hash(), ""));
        return new RestartPlan(
                wanted.orElse(List.of()).stream().distinct().toList(),
                Fingerprint.of(distinct),
                Optional.empty(),
                false,
                true,
                false);
    }

    /** Returns the same plan for workloads that must have read this connection too. */
    public RestartPlan with(Optional<String> revision, boolean works) {
        return new RestartPlan(workloads, keys, revision, works, complete, returned);
    }

    /** Returns the same plan for keys that are all delivered, or not. */
    public RestartPlan complete(boolean all) {
        return new RestartPlan(workloads, keys, connection, connects, all, returned);
    }

    /** Returns the same plan after values were put back, or were not. */
    public RestartPlan returned(boolean back) {
        return new RestartPlan(workloads, keys, connection, connects, complete, back);
    }

    /** Returns a plan that restarts nothing. */
    public static RestartPlan none() {
        return new RestartPlan(List.of(), "", Optional.empty(), false, true, false);
    }
}
