package dev.cacheward.cluster.server;

import dev.cacheward.cluster.rig.TestImages;
import dev.cacheward.cluster.rig.TestNamespace;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Map;

/** A claim that somebody brings along for a profile, with what a command of theirs left on it. */
public final class PreparedVolume {
    /** Starts a server without password in the folder /data, for what follows to fill. */
    static final String SERVER = "redis-server --dir /data --save '' %s & sleep 2; ";

    private final TestNamespace namespace;
    private final String profile;

    public PreparedVolume(TestNamespace namespace, String profile) {
        this.namespace = namespace;
        this.profile = profile;
    }

    /** @param annotations of the claim, as those of a claim that was restored */
    public void make(String command, Map<String, String> annotations) {
        namespace.awaitServiceAccount();
        namespace
                .resource(PersistentVolumeClaim.class, claim())
                .patch(
                        io.fabric8.kubernetes.client.dsl.base.PatchContext.of(
                                io.fabric8.kubernetes.client.dsl.base.PatchType.SERVER_SIDE_APPLY),
                        new PersistentVolumeClaimBuilder()
                                .withNewMetadata()
                                .withName(claim())
                                .withLabels(Map.of("cacheward.dev/retained-profile", profile))
                                .withAnnotations(annotations)
                                .endMetadata()
                                .withNewSpec()
                                .withAccessModes("ReadWriteOnce")
                                .withNewResources()
                                .withRequests(Map.of("storage", new Quantity("64Mi")))
                                .endResources()
                                .endSpec()
                                .build());
        run(command);
    }

    PersistentVolumeClaim live() {
        return namespace.resource(PersistentVolumeClaim.class, claim()).get();
    }

    private String claim() {
        return profile + "-redis-data";
    }

    private void run(String command) {
        String name = profile + "-prepares";
        namespace.create("""
                apiVersion: v1
                kind: Pod
                metadata: {name: %s}
                spec:
                  restartPolicy: Never
                  automountServiceAccountToken: false
                  securityContext: {runAsNonRoot: true, runAsUser: 999, fsGroup: 999, seccompProfile: {type: RuntimeDefault}}
                  volumes: [{name: data, persistentVolumeClaim: {claimName: %s}}]
                  containers:
                  - name: prepares
                    image: %s
                    command: [sh, -c, "%s"]
                    workingDir: /data
                    volumeMounts: [{name: data, mountPath: /data}]
                    securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
                """.formatted(name, claim(), TestImages.all().get(0), command));
        TestNamespace.patiently()
                .until(() -> "Succeeded"
                        .equals(namespace
                                .resource(Pod.class, name)
                                .get()
                                .getStatus()
                                .getPhase()));
        namespace.resource(Pod.class, name).delete();
    }
}
