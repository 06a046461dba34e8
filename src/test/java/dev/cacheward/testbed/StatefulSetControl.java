package dev.cacheward.testbed;

import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSetStatus;
import io.fabric8.kubernetes.api.model.apps.StatefulSetStatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the StatefulSet controller does, with {@code podManagementPolicy: Parallel} and no claim templates. */
final class StatefulSetControl {
    private static final String REVISION = "controller-revision-hash";
    private final KubernetesClient client;
    private volatile boolean sparing;

    StatefulSetControl(KubernetesClient client) {
        this.client = client;
    }

    /** From now on it does as Kubernetes 1.35.0 to 1.35.3: while a pod is not available, it replaces none, not even that one. */
    void spareBrokenPods() {
        sparing = true;
    }

    void sync(StatefulSet set, Collection<Pod> all) {
        if (set.getMetadata().getDeletionTimestamp() != null) {
            return;
        }
        Map<String, Pod> pods = all.stream()
                .filter(p ->
                        p.getMetadata().getNamespace().equals(set.getMetadata().getNamespace()))
                .collect(Collectors.toMap(p -> p.getMetadata().getName(), Function.identity()));
        int first = Optional.ofNullable(set.getSpec().getOrdinals())
                .map(ordinals -> ordinals.getStart())
                .orElse(0);
        int end = first + Optional.ofNullable(set.getSpec().getReplicas()).orElse(1);
        for (int i = first; i < end; i++) {
            String name = set.getMetadata().getName() + "-" + i;
            Optional.ofNullable(pods.get(name)).ifPresentOrElse(pod -> replace(set, pod), () -> create(set, name));
        }
        List<Pod> own = pods.values().stream().filter(p -> isOwn(set, p)).toList();
        own.stream().filter(p -> ordinal(p) < first || ordinal(p) >= end).forEach(this::end);
        writeStatus(set, own);
    }

    private void create(StatefulSet set, String name) {
        PodTemplateSpec template = set.getSpec().getTemplate();
        Pod pod = new PodBuilder()
                .withMetadata(template.getMetadata())
                .withSpec(template.getSpec())
                .editMetadata()
                .withName(name)
                .withNamespace(set.getMetadata().getNamespace())
                .addToLabels(REVISION, revision(set))
                .addToLabels("statefulset.kubernetes.io/pod-name", name)
                .withOwnerReferences(new OwnerReferenceBuilder()
                        .withApiVersion("apps/v1")
                        .withKind("StatefulSet")
                        .withName(set.getMetadata().getName())
                        .withUid(set.getMetadata().getUid())
                        .withController(true)
                        .withBlockOwnerDeletion(true)
                        .build())
                .endMetadata()
                .editSpec()
                .withNodeName(StandInKubelet.NODE)
                .withHostname(name)
                .withSubdomain(set.getSpec().getServiceName())
                .withRestartPolicy("Always")
                .endSpec()
                .build();
        try {
            client.resource(pod).create();
        } catch (KubernetesClientException e) {
            if (e.getCode() != 409) {
                throw e;
            }
        }
    }

    private void replace(StatefulSet set, Pod pod) {
        boolean onDelete = set.getSpec().getUpdateStrategy() != null
                && "OnDelete".equals(set.getSpec().getUpdateStrategy().getType());
        boolean spared = sparing && !isReady(pod);
        if (isOwn(set, pod) && !onDelete && !spared && !isCurrent(set, pod)) {
            end(pod);
        }
    }

    private void end(Pod pod) {
        if (pod.getMetadata().getDeletionTimestamp() == null) {
            client.resource(pod).delete();
        }
    }

    private void writeStatus(StatefulSet set, List<Pod> own) {
        int ready = (int) own.stream().filter(StatefulSetControl::isReady).count();
        int updated = (int) own.stream().filter(p -> isCurrent(set, p)).count();
        Optional<StatefulSetStatus> old = Optional.ofNullable(set.getStatus());
        boolean rolledOut = updated == own.size() && ready == own.size();
        String current = old.map(StatefulSetStatus::getCurrentRevision)
                .filter(r -> !rolledOut)
                .orElse(revision(set));
        StatefulSetStatus status = new StatefulSetStatusBuilder()
                .withObservedGeneration(set.getMetadata().getGeneration())
                .withReplicas(own.size())
                .withReadyReplicas(ready == 0 ? null : ready)
                .withAvailableReplicas(ready)
                .withUpdatedReplicas(updated == 0 ? null : updated)
                .withCurrentReplicas(rolledOut && ready > 0 ? ready : null)
                .withCurrentRevision(current)
                .withUpdateRevision(revision(set))
                .withCollisionCount(0)
                .build();
        if (!old.equals(Optional.of(status))) {
            client.resource(new StatefulSetBuilder(set)
                            .withStatus(status)
                            .editMetadata()
                            .withResourceVersion(null)
                            .endMetadata()
                            .build())
                    .updateStatus();
        }
    }

    private static boolean isOwn(StatefulSet set, Pod pod) {
        return pod.getMetadata().getOwnerReferences().stream()
                .anyMatch(o -> o.getUid().equals(set.getMetadata().getUid()));
    }

    private static boolean isCurrent(StatefulSet set, Pod pod) {
        return revision(set).equals(pod.getMetadata().getLabels().get(REVISION));
    }

    private static boolean isReady(Pod pod) {
        return pod.getMetadata().getDeletionTimestamp() == null
                && pod.getStatus() != null
                && pod.getStatus().getConditions().stream()
                        .anyMatch(c ->
                                c.getType().equals("Ready") && c.getStatus().equals("True"));
    }

    private static int ordinal(Pod pod) {
        String name = pod.getMetadata().getName();
        return Integer.parseInt(name.substring(name.lastIndexOf('-') + 1));
    }

    private static String revision(StatefulSet set) {
        int hash = Serialization.asJson(set.getSpec().getTemplate()).hashCode();
        return set.getMetadata().getName() + "-" + Integer.toHexString(hash);
    }
}
