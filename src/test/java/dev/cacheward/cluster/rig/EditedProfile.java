package dev.cacheward.cluster.rig;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Conditions;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.ExecWatch;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * A profile whose {@code spec.redis.managed} a test writes and edits. Unless the test says otherwise it has the default limit of
 * memory, and asks for so little that the servers of all tests which run at a time fit on a node of two cores.
 */
public final class EditedProfile {
    /** Nothing that a test is about. */
    static final String DEFAULTS = "{}";

    private static final String RESOURCES = "resources: {requests: {cpu: 10m, memory: 64Mi}, limits: {memory: 256Mi}}";

    private final KubernetesClient client = TestCluster.get().client();
    private final TestNamespace namespace;
    private final String name;

    public EditedProfile(TestNamespace namespace, String name) {
        this.namespace = namespace;
        this.name = name;
    }

    public String name() {
        return name;
    }

    /** @param managed the block as YAML of one line: {@code {maxMemory: 100Mi}} */
    public void apply(String managed) {
        apply(managed, "60s");
    }

    public void apply(String managed, String ttl) {
        namespace.apply("""
                apiVersion: cacheward.dev/v1alpha1
                kind: CacheProfile
                metadata: {name: %s}
                spec:
                  ttls: {page: %s}
                  redis: {managed: %s}
                """.formatted(name, ttl, withResources(managed)));
    }

    private static String withResources(String managed) {
        return managed.contains("resources:") ? managed : managed.replaceFirst("\\{", "{" + RESOURCES + ", ");
    }

    public void applyAndAwaitReady(String managed) {
        apply(managed);
        awaitReady();
    }

    public void awaitReady() {
        namespace.awaitReady(name);
    }

    /** Waits until the profile is not Ready for the reason, and returns what it says then. */
    public String awaitNotReady(Reason reason) {
        return message(ConditionType.READY, "False", reason);
    }

    private String message(ConditionType type, String status, Reason reason) {
        return Conditions.find(
                        namespace
                                .awaitProfile(name, type, status, reason)
                                .getStatus()
                                .conditions(),
                        type)
                .map(Condition::message)
                .orElseThrow();
    }

    public LiveRedis redis() {
        return new LiveRedis(namespace, name);
    }

    public Pod pod() {
        return namespace.redisPod(name).orElseThrow();
    }

    public String podUid() {
        return pod().getMetadata().getUid();
    }

    /** Watches the server's pods from now on, as soon as none is left that an earlier edit has replaced. */
    public RecordedPods watchPods() {
        TestNamespace.patiently()
                .until(() -> client.pods()
                                .inNamespace(namespace.name())
                                .withLabels(RecordedPods.labels(name))
                                .list()
                                .getItems()
                                .size()
                        == 1);
        return RecordedPods.ofServer(namespace, name);
    }

    /** Whether the pod that tries changes out is there. */
    public boolean hasPreflight() {
        return client.pods()
                        .inNamespace(namespace.name())
                        .withName(name + "-redis-preflight")
                        .get()
                != null;
    }

    /** Runs a command in the server's container, and returns what it prints to either stream. */
    public String inPod(String... command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ExecWatch run = client.pods()
                .inNamespace(namespace.name())
                .withName(podName())
                .writingOutput(out)
                .writingError(out)
                .exec(command)) {
            run.exitCode().get(60, TimeUnit.SECONDS);
            return out.toString(StandardCharsets.UTF_8).strip();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new AssertionError(String.join(" ", command) + " did not end", e);
        }
    }

    /** Sets an annotation of the profile. */
    public void annotate(String key, String value) {
        namespace
                .resource(CacheProfile.class, name)
                .patch(
                        PatchContext.of(PatchType.JSON_MERGE),
                        "{\"metadata\": {\"annotations\": {\"" + key + "\": \"" + value + "\"}}}");
    }

    public void deletePod() {
        client.pods().inNamespace(namespace.name()).withName(podName()).delete();
    }

    private String podName() {
        return pod().getMetadata().getName();
    }
}
