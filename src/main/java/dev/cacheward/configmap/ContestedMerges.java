package dev.cacheward.configmap;

import dev.cacheward.drift.Difference;
import dev.cacheward.drift.Drift;
import dev.cacheward.drift.Subject;
import dev.cacheward.drift.Tries;
import dev.cacheward.kubernetes.Owner;
import dev.cacheward.status.Cause;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;

/** Lets a map be written as often as {@link Tries} allows, and says what others make of it. */
final class ContestedMerges {
    private final Tries tries;

    ContestedMerges(Tries tries) {
        this.tries = tries;
    }

    /**
     * Writes a map.
     *
     * @param content tells it from other writes of this map
     * @param written the result if all its keys stay
     * @param write sends the write, and returns the map as it is then
     */
    Merge write(Owner owner, ConfigMap live, String content, Merge.Holds written, Supplier<ConfigMap> write) {
        Subject subject = subject(owner, live.getMetadata().getName());
        if (!tries.allows(subject, content)) {
            return heldBack(subject, written, differences(written.keys(), live));
        }
        tries.writing(subject, content);
        List<Difference> left = differences(written.keys(), write.get());
        if (!left.isEmpty() && !tries.allows(subject, content)) {
            tries.differs(subject, left);
        }
        return told(subject, written);
    }

    /** The map holds the keys and need not be written. */
    Merge holds(Owner owner, ConfigMap live, Merge.Holds holds) {
        Subject subject = subject(owner, live.getMetadata().getName());
        tries.holds(subject);
        return told(subject, holds);
    }

    /**
     * Remembers a refusal that lasts.
     *
     * @param refusal throws if it passes by itself
     */
    Merge refused(Owner owner, String map, Supplier<Merge> refusal) {
        Subject subject = subject(owner, map);
        try {
            Merge refused = refusal.get();
            Optional<Cause> lasting = refused.lasting() ? refused.cause(map) : Optional.empty();
            lasting.ifPresentOrElse(cause -> tries.refused(subject, cause), () -> tries.failed(subject));
            return refused;
        } catch (KubernetesClientException passing) {
            tries.failed(subject);
            throw passing;
        }
    }

    private Merge heldBack(Subject subject, Merge.Holds written, List<Difference> left) {
        Optional<Cause> refusal = tries.heldBack(subject, left.isEmpty() ? List.of(Difference.unwanted()) : left);
        return refusal.<Merge>map(cause -> new Merge.Contested(Optional.empty(), cause))
                .orElseGet(() -> told(subject, written));
    }

    private Merge told(Subject subject, Merge.Holds holds) {
        return tries.contention(subject)
                .<Merge>map(contention -> new Merge.Contested(Optional.of(holds), contention.cause()))
                .orElse(holds);
    }

    private static List<Difference> differences(SortedMap<String, String> keys, ConfigMap live) {
        return Drift.between("data", keys, Optional.ofNullable(live.getData()).orElse(Map.of()));
    }

    private static Subject subject(Owner owner, String map) {
        return Subject.of(owner.uid(), "ConfigMap", map);
    }
}
