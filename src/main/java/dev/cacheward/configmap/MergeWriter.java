package dev.cacheward.configmap;

import dev.cacheward.drift.Drift;
import dev.cacheward.drift.Tries;
import dev.cacheward.kubernetes.ApiRefusal;
import dev.cacheward.kubernetes.Owner;
import dev.cacheward.kubernetes.Ownership;
import dev.cacheward.kubernetes.StatusCode;
import dev.cacheward.kubernetes.Writer;
import dev.cacheward.kubernetes.fields.ManagedFields;
import dev.cacheward.status.Cause;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Writes keys into ConfigMaps that are not owned by us, and takes them out again. Each map is read first, since an apply to a
 * missing one would create it. Each apply carries the uid that was read, so that the API server refuses it if the map was
 * recreated meanwhile. An apply uses force only in two cases: if a ConfigMap changes between ours and foreign, and if a map has
 * no key. In an empty map somebody can own the field {@code data} itself, and an apply of any key would conflict with that for
 * ever.
 */
final class MergeWriter {
    private final MergeRequests requests;
    private final ContestedMerges contested;

    /**
     * @param client needs the permission to get and patch ConfigMaps
     * @param tries the writes so far
     */
    public MergeWriter(KubernetesClient client, Tries tries) {
        this.requests = new MergeRequests(client);
        this.contested = new ContestedMerges(tries);
    }

    /** Makes the map hold exactly these keys of the owner. It writes nothing if the map holds them already. */
    public Merge merge(Owner owner, String name, SortedMap<String, String> wanted) {
        return onLive(owner, name, map -> merge(owner, map, wanted));
    }

    /** Returns what a map holds; empty if it is not there or cannot be read. */
    Optional<Map<String, String>> data(Owner owner, String name) {
        try {
            return live(owner, name).map(ConfigMap::getData);
        } catch (KubernetesClientException refused) {
            return Optional.empty();
        }
    }

    /** Takes out all keys of the owner. Keys that others own too stay. */
    public Merge clean(Owner owner, String name) {
        return retire(owner, name, Set.of());
    }

    /**
     * Takes all keys of the owner out of a map that is no longer named, unless one of them is in conflict in the new maps.
     *
     * @param disputed the keys that are in conflict
     */
    public Merge retire(Owner owner, String name, Set<String> disputed) {
        return onLive(
                owner,
                name,
                map -> Collections.disjoint(
                                KeyOwners.of(map, owner.fieldManager()).ours(), disputed)
                        ? merge(owner, map, Collections.emptySortedMap())
                        : new Merge.Kept());
    }

    /**
     * Makes a map ours if it holds nothing but what this owner merged. The apply requires the version that was read: a key that
     * somebody adds meanwhile would otherwise be deleted with the map one day.
     *
     * @param desired the desired map, stamped
     * @return why it could not be made ours; empty also if there was nothing to do
     */
    public Optional<Cause> adopt(Owner owner, ConfigMap desired) {
        String name = desired.getMetadata().getName();
        try {
            return live(owner, name)
                    .filter(map -> map.getMetadata().getOwnerReferences().isEmpty())
                    .filter(map ->
                            ManagedFields.of(map).ownedOnlyBy(Set.of(owner.fieldManager(), Writer.FIELD_MANAGER)))
                    .flatMap(map -> adopt(owner, map, desired).cause(name));
        } catch (KubernetesClientException refused) {
            return contested.refused(owner, name, () -> refused(refused)).cause(name);
        }
    }

    private Merge adopt(Owner owner, ConfigMap live, ConfigMap desired) {
        SortedMap<String, String> keys = new TreeMap<>(desired.getData());
        return contested.write(
                owner,
                live,
                Drift.content(desired),
                new Merge.Holds(keys, List.of(), false),
                () -> requests.adopt(live, desired));
    }

    private Merge onLive(Owner owner, String name, Function<ConfigMap, Merge> step) {
        try {
            return live(owner, name).map(step).orElseGet(Merge.Missing::new);
        } catch (KubernetesClientException refused) {
            return contested.refused(owner, name, () -> refused(refused));
        }
    }

    private Merge merge(Owner owner, ConfigMap live, SortedMap<String, String> wanted) {
        if (Ownership.of(live, owner) == Ownership.OURS && !wanted.isEmpty()) {
            return handOver(owner, live, wanted);
        }
        Map<String, String> data = Optional.ofNullable(live.getData()).orElse(Map.of());
        Map<String, String> binary = Optional.ofNullable(live.getBinaryData()).orElse(Map.of());
        KeyOwners owners = KeyOwners.of(live, owner.fieldManager());
        MergePlan plan = MergePlan.of(wanted, data, binary.keySet(), owners);
        if (plan.changing() && Boolean.TRUE.equals(live.getImmutable())) {
            return new Merge.Immutable();
        }
        if (plan.needed() && MergeSize.exceeded(data, binary, plan.keys(), owners)) {
            return new Merge.TooLarge();
        }
        Merge.Holds holds = new Merge.Holds(plan.held(), plan.conflicts(), plan.bringing());
        return plan.needed()
                ? write(owner, live, holds, () -> requests.apply(owner, live, plan.keys(), releases(plan, owners)))
                : contested.holds(owner, live, holds);
    }

    private Merge write(Owner owner, ConfigMap live, Merge.Holds holds, Supplier<ConfigMap> write) {
        return contested.write(owner, live, Drift.content(holds.keys()), holds, write);
    }

    /** Whether the apply gives up a key that has to stay because somebody else owns it too. */
    private static boolean releases(MergePlan plan, KeyOwners owners) {
        return owners.ours().stream().anyMatch(key -> !plan.keys().containsKey(key) && !owners.oursAlone(key));
    }

    /**
     * Gives up a map that was ours, and keeps our keys in it. The first apply uses force, since the keys belong to our other
     * manager name. The second makes that name give up all fields, and with them the owner reference by which garbage
     * collection would delete the map.
     */
    private Merge handOver(Owner owner, ConfigMap live, SortedMap<String, String> wanted) {
        return write(owner, live, new Merge.Holds(wanted, List.of(), !holds(live, wanted)), () -> {
            requests.force(live, wanted, owner.fieldManager());
            return requests.force(live, Map.of(), Writer.FIELD_MANAGER);
        });
    }

    private static boolean holds(ConfigMap live, SortedMap<String, String> wanted) {
        return live.getData() != null && live.getData().entrySet().containsAll(wanted.entrySet());
    }

    /** Reads the map; empty if it is missing or being deleted. */
    Optional<ConfigMap> live(Owner owner, String name) {
        return requests.live(owner, name);
    }

    /**
     * Turns a refusal into a result. It throws if the cause passes by itself, for example an overloaded API server, so that the
     * write is retried.
     */
    private static Merge refused(KubernetesClientException exception) {
        ApiRefusal refusal = ApiRefusal.of(exception);
        if (refusal.code() == StatusCode.NOT_FOUND) {
            return new Merge.Missing();
        }
        if (refusal.code() == StatusCode.CONFLICT) {
            return refusal.owners().isEmpty() ? new Merge.Moved() : new Merge.Owned(refusal.owners());
        }
        if (refusal.code() == StatusCode.TOO_LARGE) {
            return new Merge.TooLarge();
        }
        return new Merge.Refused(ApiRefusal.ofLasting(exception).message());
    }
}
