package dev.cacheward.cluster.probe;

import dev.cacheward.cacheprofile.model.Profile;
import dev.cacheward.cacheprofile.plan.SampleProfiles;
import dev.cacheward.cacheprofile.render.NetworkRenderer;
import dev.cacheward.cacheprofile.render.PodRenderer;
import dev.cacheward.cacheprofile.render.ServerObjects;
import dev.cacheward.cluster.rig.TestCluster;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.redis.conf.Rendering;
import dev.cacheward.runtime.RunAs;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;

/** Servers as the operator makes them, all alike and without an operator, in a namespace of their own. */
final class ProbedServers implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String SIZE = "resources: {requests: {cpu: 10m, memory: 32Mi}, limits: {memory: 256Mi}}";

    private final TestNamespace namespace;
    private final String name;

    /** @param probes those of this rendering; empty for none */
    ProbedServers(KubernetesClient client, int count, Optional<Rendering> probes) {
        namespace = new TestNamespace("probes", client);
        Profile valid =
                SampleProfiles.valid(SampleProfiles.managed("image: \"" + TestCluster.REDIS_IMAGE + "\", " + SIZE));
        Profile profile = valid.withServer(valid.server().withRendering(probes.orElse(Rendering.CURRENT)));
        name = profile.names().redis();
        ServerObjects objects = ServerObjects.render(
                profile,
                SampleProfiles.credentials(),
                new PodRenderer(new RunAs.Uid(999)),
                Optional.empty(),
                Optional.empty());
        StatefulSetBuilder servers = new StatefulSetBuilder(objects.statefulSet());
        servers.editSpec().withReplicas(count).endSpec();
        if (probes.isEmpty()) {
            servers.editSpec()
                    .editTemplate()
                    .editSpec()
                    .editFirstContainer()
                    .withStartupProbe(null)
                    .withReadinessProbe(null)
                    .withLivenessProbe(null)
                    .endContainer()
                    .endSpec()
                    .endTemplate()
                    .endSpec();
        }
        for (HasMetadata object :
                List.of(NetworkRenderer.account(profile), objects.conf(), objects.secret(), servers.build())) {
            // Their profile does not exist, and they would be garbage.
            object.getMetadata().setOwnerReferences(List.of());
            object.getMetadata().setNamespace(namespace.name());
            client.resource(object).create();
        }
        Awaitility.await().atMost(PATIENCE).until(this::ready, ready -> ready == count);
    }

    private int ready() {
        return Optional.ofNullable(namespace
                        .resource(StatefulSet.class, name)
                        .get()
                        .getStatus()
                        .getReadyReplicas())
                .orElse(0);
    }

    List<Pod> pods() {
        return namespace.list(Pod.class);
    }

    /** How often containers of them were restarted. */
    int restarts() {
        return pods().stream()
                .flatMap(pod -> pod.getStatus().getContainerStatuses().stream())
                .mapToInt(container -> container.getRestartCount())
                .sum();
    }

    @Override
    public void close() {
        namespace.close();
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> namespace.list(Pod.class).isEmpty());
    }
}
