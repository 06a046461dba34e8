package dev.cacheward.cacheprofile.render;

import dev.cacheward.cacheprofile.model.PodState;
import dev.cacheward.cacheprofile.model.Profile;
import dev.cacheward.cacheprofile.model.roll.RollMark;
import dev.cacheward.cacheprofile.model.roll.RollShape;
import dev.cacheward.drift.Drift;
import dev.cacheward.kubernetes.Labels;
import dev.cacheward.validation.Fingerprint;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import java.util.SortedMap;

/** Renders the StatefulSet with the two hashes in its pod template by which changes are recognised. */
public final class StatefulSetRenderer {
    /** The hash over everything but secrets. A pod with another fingerprint is tried out before it replaces a working one. */
    public static final String FINGERPRINT = "cacheward.dev/fingerprint";
    /**
     * The hash over everything. A pod with another one is replaced, unless its server could be told what is new: then the pod
     * gets the new hash.
     */
    public static final String REVISION = "cacheward.dev/revision";

    private StatefulSetRenderer() {}

    /** @param files the files with the real secrets */
    static StatefulSet render(Profile profile, PodSpec pod, ServerFiles files) {
        return Drift.stamp(new StatefulSetBuilder()
                .withMetadata(ChildMetadata.of(profile.owner(), profile.names().redis()))
                .withNewSpec()
                .withReplicas(1)
                .withServiceName(profile.names().headlessService())
                // With OrderedReady a pod that never becomes ready would not be replaced, even by a corrected one.
                .withPodManagementPolicy("Parallel")
                // The operator replaces pods, and only where a change needs a new process.
                .withNewUpdateStrategy()
                .withType("OnDelete")
                .endUpdateStrategy()
                .withNewSelector()
                .withMatchLabels(Labels.serverSelector(profile.owner().name()))
                .endSelector()
                .withNewTemplate()
                .withNewMetadata()
                .withLabels(PodRenderer.labels(profile, Labels.SERVER))
                .withAnnotations(annotations(profile, pod, files))
                .endMetadata()
                .withSpec(pod)
                .endTemplate()
                .endSpec()
                .build());
    }

    /** Returns the same with the pods of a warm roll, or of its end. */
    static StatefulSet shaped(StatefulSet rendered, RollShape shape) {
        StatefulSetBuilder shaped = new StatefulSetBuilder(rendered)
                .editSpec()
                .withReplicas(shape.ordinals().replicas())
                .endSpec();
        if (!shape.ordinals().isFirstAlone()) {
            shaped.editSpec().withNewOrdinals(shape.ordinals().start()).endSpec();
        }
        shape.mark()
                .ifPresent(mark -> shaped.editMetadata()
                        .addToAnnotations(RollMark.ANNOTATION, mark.text())
                        .endMetadata());
        return Drift.stamp(shaped.build());
    }

    private static SortedMap<String, String> annotations(Profile profile, PodSpec pod, ServerFiles files) {
        SortedMap<String, String> annotations = PodRenderer.annotations(profile);
        String withoutSecrets =
                ServerFiles.withoutSecrets(profile.server().settings()).text();
        annotations.put(FINGERPRINT, Fingerprint.of(template(profile, pod), withoutSecrets));
        annotations.put(REVISION, revision(profile, pod, files));
        return annotations;
    }

    /** Returns the revision that a server has with these files. */
    static String revision(Profile profile, PodSpec pod, ServerFiles files) {
        return Fingerprint.of(template(profile, pod), files.text());
    }

    private static String template(Profile profile, PodSpec pod) {
        return PodRenderer.annotations(profile) + "\n" + PodRenderer.labels(profile, Labels.SERVER) + "\n"
                + PodTemplateText.of(pod);
    }

    /** Whether a pod is as the StatefulSet is now. */
    public static boolean isOf(StatefulSet live, Pod pod) {
        return annotation(live, REVISION).equals(PodState.annotation(pod, REVISION));
    }

    public static String annotation(StatefulSet statefulSet, String key) {
        return statefulSet
                .getSpec()
                .getTemplate()
                .getMetadata()
                .getAnnotations()
                .getOrDefault(key, "");
    }
}
