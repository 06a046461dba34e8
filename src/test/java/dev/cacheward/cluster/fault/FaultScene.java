package dev.cacheward.cluster.fault;

import dev.cacheward.cluster.rig.LiveRedis;
import dev.cacheward.cluster.rig.TestCluster;
import dev.cacheward.cluster.rig.TestImages;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.redis.client.RawRedis;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.dsl.ExecWatch;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/** A profile of a namespace that others share, and all that a fault does to it. */
final class FaultScene implements AutoCloseable {
    private final TestNamespace namespace;
    private final String profile;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    FaultScene(TestNamespace namespace, String profile) {
        this.namespace = namespace;
        this.profile = profile;
    }

    TestNamespace namespace() {
        return namespace;
    }

    String profile() {
        return profile;
    }

    /** The server that the operator runs. */
    LiveRedis redis() {
        return new LiveRedis(namespace, profile);
    }

    /** @param redis {@code spec.redis} in flow style */
    void apply(String redis) {
        apply("users: 60s", redis);
    }

    void apply(String ttls, String redis) {
        namespace.apply("""
                apiVersion: cacheward.dev/v1alpha1
                kind: CacheProfile
                metadata: {name: %s}
                spec: {ttls: {%s}, redis: {%s}}
                """.formatted(profile, ttls, redis));
    }

    /** A connection of the application that stays open until the end, or until all are let go. */
    RawRedis connect() {
        RawRedis connection = new RawRedis(redis().address(), redis().application());
        open.push(connection);
        return connection;
    }

    /** Is closed at the end, or when all are let go. */
    <T extends AutoCloseable> T keep(T resource) {
        open.push(resource);
        return resource;
    }

    void letGo() throws Exception {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }

    /** Runs a command of a shell in the container of the server, or of another pod; its exit code does not matter. */
    String inPod(String pod, String command) throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (ExecWatch run = TestCluster.get()
                .client()
                .pods()
                .inNamespace(namespace.name())
                .withName(pod)
                .writingOutput(said)
                .writingError(said)
                .exec("sh", "-c", command)) {
            run.exitCode().get(1, TimeUnit.MINUTES);
        }
        return said.toString(StandardCharsets.UTF_8);
    }

    String inServer(String command) throws Exception {
        return inPod(server().getMetadata().getName(), command);
    }

    /** Runs a command of a shell on the server's volume while the server is down. */
    void onVolume(String command) {
        String name = profile + "-mends";
        namespace.create("""
                apiVersion: v1
                kind: Pod
                metadata: {name: %s}
                spec:
                  restartPolicy: Never
                  automountServiceAccountToken: false
                  securityContext: {runAsNonRoot: true, runAsUser: 999, fsGroup: 999, seccompProfile: {type: RuntimeDefault}}
                  volumes: [{name: data, persistentVolumeClaim: {claimName: %s-redis-data}}]
                  containers:
                  - name: mends
                    image: %s
                    command: [sh, -c, "%s"]
                    workingDir: /data
                    volumeMounts: [{name: data, mountPath: /data}]
                    securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
                """.formatted(name, profile, TestImages.all().get(0), command));
        TestNamespace.patiently()
                .until(() -> "Succeeded"
                        .equals(namespace
                                .resource(Pod.class, name)
                                .get()
                                .getStatus()
                                .getPhase()));
    }

    Pod server() {
        return namespace.redisPod(profile).orElseThrow();
    }

    /** How often the kubelet has started the server anew in its pod. */
    int restarts() {
        return namespace
                .redisPod(profile)
                .map(pod -> pod.getStatus().getContainerStatuses().stream()
                        .mapToInt(ContainerStatus::getRestartCount)
                        .sum())
                .orElse(0);
    }

    @Override
    public void close() {
        try {
            letGo();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
