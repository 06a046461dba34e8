package dev.cacheward.configmap;

import dev.cacheward.kubernetes.ApiRefusal;
import dev.cacheward.kubernetes.ManagedFields;
import dev.cacheward.kubernetes.Owner;
import dev.cacheward.kubernetes.Ownership;
import dev.cacheward.kubernetes.StatusCode;
import dev.cacheward.kubernetes.Writer;
import dev.cacheward.status.Cause;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;

/**
 * Writes keys into ConfigMaps that are not owned by us, and takes them out again. Each map is read first: an apply to a missing one
 * would create it, and each apply carries the uid that was seen, so that a map which was made anew meanwhile is refused.
 * Never by force, but where a ConfigMap changes from ours to theirs, and where there is no key in it: that an empty map
 * is empty can be somebody's, too, and an apply of any key would conflict with it for ever.
 */
public final class MergeWriter {
    private final KubernetesClient client;

    /** @param client with the rights to get and patch ConfigMaps */
    public MergeWriter(KubernetesClient client) {
        this.client = client;
    }

    /** Lets the map hold these keys of the owner's and no other of its keys; costs no write where it does. */
    public Merge merge(Owner owner, String name, SortedMap<String, String> wanted) {
        return onLive(owner, name, map -> merge(owner, map, wanted));
    }

    /** Takes out all keys of the owner's; what others own too stays. */
    public Merge clean(Owner owner, String name) {
        return retire(owner, name, Set.of());
    }

    /**
     * The same of a map that is no longer named, unless it has a key that the new ones cannot have.
     *
     * @param disputed these keys
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
     * Makes the map ours if nothing is in it but what this owner merged: then it may be found under its name. A key that somebody
     * adds meanwhile would go with the map one day, so the version that was seen must still be there.
     *
     * @param desired the map as it is wanted, stamped
     * @return why it could not be made ours
     */
    public Optional<Cause> adopt(Owner owner, ConfigMap desired) {
        String name = desired.getMetadata().getName();
        try {
            live(owner, name)
                    .filter(map -> map.getMetadata().getOwnerReferences().isEmpty())
                    .filter(map ->
                            ManagedFields.of(map).ownedOnlyBy(Set.of(owner.fieldManager(), Writer.FIELD_MANAGER)))
                    .ifPresent(map -> apply(guarded(map, desired), Writer.FIELD_MANAGER, true));
            return Optional.empty();
        } catch (KubernetesClientException refused) {
            return refused(refused).cause(name);
        }
    }

    private Merge onLive(Owner owner, String name, Function<ConfigMap, Merge> step) {
        try {
            return live(owner, name).map(step).orElseGet(Merge.Missing::new);
        } catch (KubernetesClientException refused) {
            return refused(refused);
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
        if (plan.needed() && Boolean.TRUE.equals(live.getImmutable())) {
            return new Merge.Immutable();
        }
        if (plan.needed() && MergeSize.exceeded(data, binary, plan.keys(), owners)) {
            return new Merge.TooLarge();
        }
        if (plan.needed()) {
            apply(owner, live, plan.keys());
        }
        return new Merge.Holds(plan.keys(), plan.conflicts());
    }

    /**
     * The map was ours and is not to be owned by us from now on. By force, since its keys are ours under another name; then
     * that name gives up all it has, and with it the owner reference that would take the map away one day.
     */
    private Merge handOver(Owner owner, ConfigMap live, SortedMap<String, String> wanted) {
        apply(body(live, wanted), owner.fieldManager(), true);
        apply(body(live, Map.of()), Writer.FIELD_MANAGER, true);
        return new Merge.Holds(wanted, List.of());
    }

    /** Reads the map; empty where it is missing or going. */
    Optional<ConfigMap> live(Owner owner, String name) {
        return Optional.ofNullable(client.configMaps()
                        .inNamespace(owner.namespace())
                        .withName(name)
                        .get())
                .filter(map -> !map.isMarkedForDeletion());
    }

    /** By force only where no key is, and then only onto the version that was seen. */
    private void apply(Owner owner, ConfigMap live, Map<String, String> keys) {
        boolean empty = live.getData() == null || live.getData().isEmpty();
        ConfigMap body = body(live, keys);
        if (empty) {
            body.getMetadata().setResourceVersion(live.getMetadata().getResourceVersion());
        }
        apply(body, owner.fieldManager(), empty);
    }

    private void apply(ConfigMap body, String manager, boolean force) {
        client.resource(body)
                .patch(
                        new PatchContext.Builder()
                                .withPatchType(PatchType.SERVER_SIDE_APPLY)
                                .withFieldManager(manager)
                                .withForce(force)
                                .build(),
                        body);
    }

    private ConfigMap guarded(ConfigMap live, ConfigMap desired) {
        ConfigMap body = client.getKubernetesSerialization().clone(desired);
        body.getMetadata().setUid(live.getMetadata().getUid());
        body.getMetadata().setResourceVersion(live.getMetadata().getResourceVersion());
        return body;
    }

    private static ConfigMap body(ConfigMap live, Map<String, String> keys) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName(live.getMetadata().getName())
                .withNamespace(live.getMetadata().getNamespace())
                .withUid(live.getMetadata().getUid())
                .endMetadata()
                .withData(keys)
                .build();
    }

    /** What passes by itself, such as an overloaded API server, is thrown and tried again. */
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
