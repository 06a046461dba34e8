package dev.cacheward.cacheprofile.render;

import dev.cacheward.cacheprofile.model.Profile;
import dev.cacheward.drift.Drift;
import dev.cacheward.kubernetes.Labels;
import dev.cacheward.validation.Fingerprint;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import java.util.SortedMap;

/** Renders the StatefulSet with the two hashes in its pod template by which changes are recognised. */
public final class StatefulSetRenderer {
    /** The hash over everything but secrets. A pod with another fingerprint is tried out before it replaces a working one. */
    public static final String FINGERPRINT = "cacheward.dev/fingerprint";
    /**
     * The hash over everything. A change makes the StatefulSet replace the pod, and shows which pods have the current template.
     */
    public static final String REVISION = "cacheward.dev/revision";

    private StatefulSetRenderer() {}

    /** @param files the files with the real secrets */
    static StatefulSet render(Profile profile, PodSpec pod, ServerFiles files) {
        return Drift.stamp(new StatefulSetBuilder()
                .withMetadata(ChildMetadata.of(profile, profile.names().redis()))
                .withNewSpec()
                .withReplicas(1)
                .withServiceName(profile.names().headlessService())
                // With OrderedReady a pod that never becomes ready would not be replaced, even by a corrected one.
                .withPodManagementPolicy("Parallel")
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

    private static SortedMap<String, String> annotations(Profile profile, PodSpec pod, ServerFiles files) {
        SortedMap<String, String> annotations = PodRenderer.annotations(profile);
        String template =
                annotations + "\n" + PodRenderer.labels(profile, Labels.SERVER) + "\n" + PodTemplateText.of(pod);
        String withoutSecrets =
                ServerFiles.withoutSecrets(profile.server().settings()).text();
        annotations.put(FINGERPRINT, Fingerprint.of(template, withoutSecrets));
        annotations.put(REVISION, Fingerprint.of(template, files.text()));
        return annotations;
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
