package dev.cacheward.cluster.fault;

import dev.cacheward.cluster.rig.TestImages;
import dev.cacheward.cluster.rig.TestNamespace;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.readiness.Readiness;

/** A pod with a server that the operator does not run, and the profile that names it. */
final class ForeignRedis {
    private static final String OFF = "/tmp/off";

    private final FaultScene scene;

    private ForeignRedis(FaultScene scene) {
        this.scene = scene;
    }

    static ForeignRedis of(FaultScene scene) {
        return new ForeignRedis(scene);
    }

    /** Starts it, and waits until it can be reached. */
    void start() {
        scene.namespace().create("""
                apiVersion: v1
                kind: Pod
                metadata: {name: %s}
                spec:
                  automountServiceAccountToken: false
                  terminationGracePeriodSeconds: 1
                  securityContext: {runAsNonRoot: true, runAsUser: 999, seccompProfile: {type: RuntimeDefault}}
                  containers:
                  - name: redis
                    image: %s
                    command: [sh, -c, "while true; do test -e %s || redis-server --dir /tmp --save '' --requirepass secret; sleep 0.2; done"]
                    readinessProbe: {tcpSocket: {port: 6379}, periodSeconds: 1}
                    resources: {requests: {cpu: 10m, memory: 16Mi}, limits: {memory: 64Mi}}
                    securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
                """.formatted(pod(), TestImages.all().get(0), OFF));
        scene.namespace().apply("""
                apiVersion: v1
                kind: Secret
                metadata: {name: %s}
                stringData: {password: secret}
                """.formatted(pod()));
        TestNamespace.patiently()
                .until(() -> Readiness.isPodReady(
                        scene.namespace().resource(Pod.class, pod()).get()));
    }

    void stop() throws Exception {
        scene.inPod(pod(), "touch " + OFF + "; redis-cli -a secret SHUTDOWN NOSAVE");
    }

    void resume() throws Exception {
        scene.inPod(pod(), "rm " + OFF);
    }

    /** What its owner says to it; with the password that it has then. */
    void say(String command) throws Exception {
        scene.inPod(pod(), "redis-cli -a secret " + command + "; redis-cli -a another " + command);
    }

    String address() {
        return scene.namespace().resource(Pod.class, pod()).get().getStatus().getPodIP();
    }

    /** The profile names it. */
    void named() {
        named(address(), 6379);
    }

    /** The profile names something else. */
    void named(String host, int port) {
        scene.apply("external: {host: " + host + ", port: " + port + ", passwordFrom: {name: " + pod()
                + ", key: password}, check: {every: 1m, fullEvery: 1m}}");
    }

    private String pod() {
        return scene.profile() + "-foreign";
    }
}
