package dev.cacheward.cluster.restart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cluster.rig.CommandLineTool;
import dev.cacheward.cluster.rig.TestCluster;
import dev.cacheward.cluster.rig.TestNamespace;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.dsl.ExecWatch;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Deployment backend, which reads its environment when it starts. */
record ReadingApplication(TestNamespace namespace) {
    /** @param sources the items of its {@code envFrom} */
    void create(String... sources) {
        namespace.apply("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: backend}
                spec:
                  selector: {matchLabels: {app: backend}}
                  template:
                    metadata: {labels: {app: backend}}
                    spec:
                      terminationGracePeriodSeconds: 0
                      securityContext: {runAsNonRoot: true, runAsUser: 999, seccompProfile: {type: RuntimeDefault}}
                      containers:
                      - name: main
                        image: %s
                        imagePullPolicy: IfNotPresent
                        command: [sleep, infinity]
                        resources: {requests: {cpu: 1m, memory: 8Mi}}
                        securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
                        envFrom: [{%s}]
                """.formatted(TestCluster.REDIS_IMAGE, String.join("}, {", sources)));
    }

    /** A person's file takes its place, and knows nothing of other keys. */
    void replaceMap(String a) {
        CommandLineTool.onPath("kubectl", namespace)
                .runWithFile(
                        "{apiVersion: v1, kind: ConfigMap, metadata: {name: shop-config}, data: {A: \"" + a + "\"}}",
                        "replace",
                        "-f");
    }

    void restartByHand() {
        CommandLineTool.onPath("kubectl", namespace).run("rollout", "restart", "deployment/backend");
    }

    /** Waits until the pods carry the operator's mark, and these variables. */
    void awaitMarked(String... variables) {
        TestNamespace.patiently()
                .untilAsserted(() ->
                        assertThat(onlyPod().getMetadata().getAnnotations()).containsKey("profile.cacheward.dev/shop"));
        awaitEnvironment(variables);
        settledGeneration();
    }

    /** Waits until there is one pod, and its environment has these variables. */
    void awaitEnvironment(String... variables) {
        TestNamespace.patiently()
                .untilAsserted(() -> assertThat(environment(onlyPod()).lines()).contains(variables));
    }

    long generation() {
        return namespace
                .resource(Deployment.class, "backend")
                .get()
                .getMetadata()
                .getGeneration();
    }

    /** The generation as soon as nobody has changed it for longer than changes are gathered. */
    long settledGeneration() {
        AtomicLong last = new AtomicLong(generation());
        TestNamespace.patiently()
                .during(Duration.ofSeconds(14))
                .until(() -> last.getAndSet(generation()) == last.get());
        return last.get();
    }

    Pod onlyPod() {
        List<Pod> pods = TestCluster.get()
                .client()
                .pods()
                .inNamespace(namespace.name())
                .withLabel("app", "backend")
                .list()
                .getItems();
        assertThat(pods).hasSize(1);
        return pods.get(0);
    }

    private static String environment(Pod pod) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ExecWatch run = TestCluster.get()
                .client()
                .pods()
                .inNamespace(pod.getMetadata().getNamespace())
                .withName(pod.getMetadata().getName())
                .writingOutput(out)
                .exec("env")) {
            run.exitCode().get(20, TimeUnit.SECONDS);
            return out.toString(StandardCharsets.UTF_8);
        }
    }
}
