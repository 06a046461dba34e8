package dev.cacheward.cluster.fault;

import dev.cacheward.cluster.rig.TestCluster;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.stream.Stream;

/** A pod that does not come, or does not go. */
final class PodFaults {
    private static final String SMALL = "resources: {requests: {cpu: 10m, memory: 32Mi}, limits: {memory: 64Mi}}";
    private static final String FINALIZER = "example.com/hold";

    private PodFaults() {}

    static Stream<Fault> all() {
        return Stream.of(
                stuck(),
                unschedulable(),
                image("image-missing", "localhost/there-is-none:1")
                        .told(Reason.IMAGE_PULL_FAILED, "check its name", "imagePullSecrets"),
                image("image-without-shell", "localhost/pause:1").told(Reason.IMAGE_UNSUITABLE, "with a shell"));
    }

    /** A finalizer stands for a node that is gone: the pod is to end, and nobody says that it has. */
    private static Fault stuck() {
        return Fault.of("node-gone", SMALL)
                .causedBy(scene -> {
                    finalizers(scene, List.of(FINALIZER));
                    scene.namespace()
                            .resource(Pod.class, scene.profile() + "-redis-0")
                            .delete();
                })
                .told(Reason.POD_STUCK, "was to end by", "look at the controller", "Two servers on one volume")
                .endedBy(scene -> finalizers(scene, List.of()))
                .restarting();
    }

    private static void finalizers(FaultScene scene, List<String> finalizers) {
        scene.namespace().resource(Pod.class, scene.profile() + "-redis-0").edit(pod -> {
            pod.getMetadata().setFinalizers(finalizers);
            return pod;
        });
    }

    private static Fault unschedulable() {
        return Fault.fromTheStart("no-node")
                .causedBy(scene -> scene.apply(
                        "managed: {" + SMALL + ", podTemplate: {nodeSelector: {" + label(scene) + ": here}}}"))
                .told(Reason.UNSCHEDULABLE, "check resources, nodeSelector")
                .endedBy(scene -> {
                    scene.keep(() -> labels(scene, false));
                    labels(scene, true);
                });
    }

    private static String label(FaultScene scene) {
        return "example.com/" + scene.namespace().name();
    }

    private static void labels(FaultScene scene, boolean set) {
        TestCluster.get()
                .client()
                .resources(Node.class)
                .list()
                .getItems()
                .forEach(node -> TestCluster.get()
                        .client()
                        .resources(Node.class)
                        .withName(node.getMetadata().getName())
                        .edit(found -> {
                            if (set) {
                                found.getMetadata().getLabels().put(label(scene), "here");
                            } else {
                                found.getMetadata().getLabels().remove(label(scene));
                            }
                            return found;
                        }));
    }

    private static Fault image(String name, String image) {
        return Fault.fromTheStart(name)
                .causedBy(scene -> scene.apply("managed: {" + SMALL + ", image: '" + image
                        + "', podTemplate: {imagePullPolicy: IfNotPresent}}"))
                .endedBy(scene -> scene.apply("managed: {" + SMALL + "}"));
    }
}
