package dev.cacheward.cacheprofile.render;

import dev.cacheward.cacheprofile.model.PodAdditions;
import dev.cacheward.cacheprofile.model.Profile;
import dev.cacheward.cacheprofile.render.probe.Probes;
import dev.cacheward.drift.Drift;
import dev.cacheward.kubernetes.Labels;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.DownwardAPIVolumeFile;
import io.fabric8.kubernetes.api.model.DownwardAPIVolumeFileBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodReadinessGate;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * Renders the preflight: a short-lived pod that starts the new image with the new files beside the running server, and succeeds
 * once it is ready to accept connections. A missing image, a parameter that this version lacks, a value that it refuses or a
 * node selector without a node is noticed before the running pod is replaced. The files come from annotations and hold no
 * secret: no password fits their users.
 */
public final class PreflightRenderer {
    private static final String FILE = "preflight.cacheward.dev/";

    /** The trial writes nothing but its log. */
    private static final String DATA_LIMIT = "64Mi";

    /** A readiness gate that is never set. Otherwise a Service that selects by the author's labels would lead to this pod. */
    private static final String NEVER_READY = "cacheward.dev/serves";

    /**
     * Waits at most 20 s until the server logs that it is ready. Otherwise the end of its log becomes the pod's termination
     * message.
     */
    private static final String TRY = """
            "$@" --loglevel notice > /data/log 2>&1 &
            server=$!
            turns=0
            while kill -0 $server 2>/dev/null && [ $turns -lt 100 ]; do
              if grep -q 'Ready to accept connections' /data/log; then kill $server; wait $server; exit 0; fi
              turns=$((turns + 1)); sleep 0.2
            done
            kill $server 2>/dev/null
            tail -n 8 /data/log
            exit 1
            """;

    private PreflightRenderer() {}

    static Pod render(Profile profile, PodRenderer pods, String fingerprint) {
        ServerFiles files = ServerFiles.withoutSecrets(profile.server().settings());
        Probes probes = PodRenderer.probes(profile.server());
        Container container = pods.container(profile.server())
                .withCommand("sh", "-c", TRY, "preflight", "redis-server")
                .withArgs(PodRenderer.arguments(profile.server()))
                .withStartupProbe(Probes.never(probes.startup()))
                .withReadinessProbe(Probes.never(probes.readiness()))
                .withLivenessProbe(Probes.never(probes.liveness()))
                .withNewResources()
                .addToRequests("cpu", new Quantity("10m"))
                .addToRequests("memory", new Quantity("32Mi"))
                .addToLimits("memory", new Quantity("128Mi"))
                .endResources()
                .build();
        return Drift.stamp(new PodBuilder()
                .withMetadata(metadata(profile, files, fingerprint))
                .withSpec(besideTheServer(pods.pod(profile, container, volumes(profile, files)))
                        .withRestartPolicy("Never")
                        .withReadinessGates(new PodReadinessGate(NEVER_READY))
                        .withTerminationGracePeriodSeconds(1L)
                        .build())
                .build());
    }

    /** Returns the same pod with the resources and the grace period of the server itself. */
    public static Pod asLargeAs(StatefulSet server, Pod trial) {
        PodSpec pod = server.getSpec().getTemplate().getSpec();
        ResourceRequirements resources = pod.getContainers().get(0).getResources();
        return Drift.stamp(new PodBuilder(trial)
                .editSpec()
                .withTerminationGracePeriodSeconds(pod.getTerminationGracePeriodSeconds())
                .editFirstContainer()
                .withResources(resources)
                .endContainer()
                .endSpec()
                .build());
    }

    /**
     * Removes the rules that keep pods of the same labels apart. Otherwise the running server, which the new one will replace,
     * would keep this pod off its node.
     */
    private static PodSpecBuilder besideTheServer(PodSpecBuilder pod) {
        pod.withTopologySpreadConstraints(List.of());
        return pod.buildAffinity() == null
                ? pod
                : pod.editAffinity().withPodAntiAffinity(null).endAffinity();
    }

    /**
     * Returns the labels of the server but for its component, and without those by which a rule of the author keeps pods apart:
     * such a rule works both ways. Admission may ask for the labels, and injectors are switched off by them.
     */
    private static SortedMap<String, String> labels(Profile profile) {
        SortedMap<String, String> labels = PodRenderer.labels(profile, Labels.PREFLIGHT);
        PodAdditions author = profile.server().pod();
        Set<String> apart = SeparatingLabels.of(author);
        labels.keySet().removeIf(key -> author.labels().containsKey(key) && apart.contains(key));
        return labels;
    }

    private static ObjectMeta metadata(Profile profile, ServerFiles files, String fingerprint) {
        SortedMap<String, String> annotations = PodRenderer.annotations(profile);
        files.conf().forEach((name, text) -> annotations.put(FILE + name, text));
        files.secret().forEach((name, text) -> annotations.put(FILE + name, text));
        annotations.put(StatefulSetRenderer.FINGERPRINT, fingerprint);
        return new ObjectMetaBuilder(
                        ChildMetadata.of(profile.owner(), profile.names().preflight()))
                .withLabels(labels(profile))
                .withAnnotations(annotations)
                .build();
    }

    /** The certificate is that of the server: without its key nothing could be tried. */
    private static List<Volume> volumes(Profile profile, ServerFiles files) {
        List<Volume> volumes = new ArrayList<>(List.of(
                projected("conf", files.conf().keySet()),
                projected("secret", files.secret().keySet()),
                new VolumeBuilder()
                        .withName("data")
                        .withNewEmptyDir()
                        .withSizeLimit(new Quantity(DATA_LIMIT))
                        .endEmptyDir()
                        .build()));
        volumes.addAll(PodVolumes.certificate(profile));
        return volumes;
    }

    private static Volume projected(String volume, Set<String> files) {
        List<DownwardAPIVolumeFile> items = files.stream()
                .map(name -> new DownwardAPIVolumeFileBuilder()
                        .withPath(name)
                        .withNewFieldRef()
                        .withFieldPath("metadata.annotations['" + FILE + name + "']")
                        .endFieldRef()
                        .build())
                .collect(Collectors.toList());
        return new VolumeBuilder()
                .withName(volume)
                .withNewDownwardAPI()
                .withItems(items)
                .endDownwardAPI()
                .build();
    }
}
