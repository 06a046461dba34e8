package dev.cacheward.cluster.server;

import dev.cacheward.cluster.rig.TestImages;
import dev.cacheward.cluster.rig.TestNamespace;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.UUID;

/**
 * A folder of the node for a volume that is made by hand. The kubelet makes such a folder for root alone, and changes no owner of
 * it for the pod.
 */
public final class FolderOnTheNode {
    /** Pods of root and with folders of the node are allowed here. */
    private static final String UNRESTRICTED = "default";

    private FolderOnTheNode() {}

    /** Makes the folder as a pod of root does, and lets everybody write into it. */
    public static void makeForEverybody(KubernetesClient client, String path) {
        Pod pod = client.resource(new PodBuilder()
                        .withNewMetadata()
                        .withName("folder-" + UUID.randomUUID())
                        .withNamespace(UNRESTRICTED)
                        .endMetadata()
                        .withNewSpec()
                        .withRestartPolicy("Never")
                        .addNewContainer()
                        .withName("chmod")
                        .withImage(TestImages.all().get(0))
                        .withCommand("chmod", "777", "/folder")
                        .addNewVolumeMount()
                        .withName("folder")
                        .withMountPath("/folder")
                        .endVolumeMount()
                        .endContainer()
                        .addNewVolume()
                        .withName("folder")
                        .withNewHostPath()
                        .withPath(path)
                        .withType("DirectoryOrCreate")
                        .endHostPath()
                        .endVolume()
                        .endSpec()
                        .build())
                .create();
        try {
            TestNamespace.patiently()
                    .until(() -> "Succeeded"
                            .equals(client.resource(pod).get().getStatus().getPhase()));
        } finally {
            client.resource(pod).delete();
        }
    }
}
