package dev.cacheward.playground;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/** Watches what the operator and the kubelet make, and tells each step. No value of a Secret is ever told. */
final class Narrator implements AutoCloseable {
    private final KubernetesClient client;
    private final Screen screen;
    private final List<SharedIndexInformer<?>> informers = new ArrayList<>();

    Narrator(KubernetesClient client, Screen screen) {
        this.client = client;
        this.screen = screen;
    }

    void start() {
        tell(ServiceAccount.class, (old, now) -> {});
        tell(Service.class, (old, now) -> {});
        tell(NetworkPolicy.class, (old, now) -> screen.event("changed", name(now)));
        tell(PersistentVolumeClaim.class, this::claim);
        tell(Secret.class, this::secret);
        tell(ConfigMap.class, this::configMap);
        tell(StatefulSet.class, this::statefulSet);
        tell(Pod.class, this::pod);
        tell(CacheProfile.class, (old, now) -> conditions(now, of(old), of(now)));
        tell(RateLimitPolicy.class, (old, now) -> conditions(now, of(old), of(now)));
    }

    private interface Change<T> {
        void tell(T old, T now);
    }

    private <T extends HasMetadata> void tell(Class<T> type, Change<T> change) {
        informers.add(client.resources(type).inNamespace(client.getNamespace()).inform(new ResourceEventHandler<>() {
            @Override
            public void onAdd(T added) {
                created(added);
            }

            @Override
            public void onUpdate(T old, T now) {
                change.tell(old, now);
            }

            @Override
            public void onDelete(T deleted, boolean unknown) {
                screen.event("deleted", name(deleted));
            }
        }));
    }

    private void created(HasMetadata added) {
        if (added instanceof Secret secret) {
            screen.event("created", name(added) + ": " + String.join(" ", keys(secret)));
        } else {
            screen.event("created", name(added));
        }
        if (added instanceof ConfigMap map) {
            screen.details(DataStory.content(map.getData()));
        }
    }

    private void configMap(ConfigMap old, ConfigMap now) {
        List<String> changes = DataStory.changes(old.getData(), now.getData());
        if (!changes.isEmpty()) {
            screen.event("changed", name(now));
            screen.details(changes);
        }
    }

    private void secret(Secret old, Secret now) {
        TreeSet<String> changed = new TreeSet<>(keys(old));
        changed.addAll(keys(now));
        changed.removeIf(
                key -> Objects.equals(old.getData().get(key), now.getData().get(key)));
        if (!changed.isEmpty()) {
            screen.event("changed", name(now) + ": " + String.join(" ", changed));
        }
    }

    private void statefulSet(StatefulSet old, StatefulSet now) {
        if (!old.getSpec().equals(now.getSpec())) {
            screen.event("changed", name(now) + ": the pod will be replaced");
        }
    }

    private void pod(Pod old, Pod now) {
        if (!PodStory.line(old).equals(PodStory.line(now))) {
            screen.event("pod", now.getMetadata().getName() + ": " + PodStory.line(now));
        }
    }

    private void claim(PersistentVolumeClaim old, PersistentVolumeClaim now) {
        if (!capacity(old).equals(capacity(now))) {
            screen.event("bound", name(now) + ": " + capacity(now));
        }
    }

    private static String capacity(PersistentVolumeClaim claim) {
        return Optional.ofNullable(claim.getStatus())
                .map(s -> s.getCapacity())
                .map(c -> String.valueOf(c.get("storage")))
                .orElse("");
    }

    private void conditions(HasMetadata resource, List<Condition> old, List<Condition> now) {
        if (!ConditionTable.lines(List.of(), now).equals(ConditionTable.lines(List.of(), old))) {
            screen.event("status", name(resource));
            screen.details(ConditionTable.lines(old, now));
        }
    }

    private static List<Condition> of(CacheProfile profile) {
        return Optional.ofNullable(profile.getStatus()).map(s -> s.conditions()).orElse(List.of());
    }

    private static List<Condition> of(RateLimitPolicy policy) {
        return Optional.ofNullable(policy.getStatus()).map(s -> s.conditions()).orElse(List.of());
    }

    private static TreeSet<String> keys(Secret secret) {
        return new TreeSet<>(
                Optional.ofNullable(secret.getData()).orElse(Map.of()).keySet());
    }

    private static String name(HasMetadata object) {
        return object.getKind() + " " + object.getMetadata().getName();
    }

    @Override
    public void close() {
        informers.forEach(SharedIndexInformer::stop);
    }
}
