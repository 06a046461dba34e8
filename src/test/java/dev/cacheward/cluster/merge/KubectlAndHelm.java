package dev.cacheward.cluster.merge;

import dev.cacheward.cluster.rig.CommandLineTool;
import dev.cacheward.cluster.rig.TestNamespace;
import java.util.Map;

/** kubectl and helm, as people use them on a ConfigMap. */
final class KubectlAndHelm {
    private final CommandLineTool kubectl;
    private final CommandLineTool helm;

    KubectlAndHelm(TestNamespace namespace) {
        this.kubectl = CommandLineTool.onPath("kubectl", namespace);
        this.helm = CommandLineTool.onPath("helm", namespace);
    }

    void kubectl(String... arguments) {
        kubectl.run(arguments);
    }

    /** @param content of the file that is the last argument */
    void kubectlWithFile(String content, String... arguments) {
        kubectl.runWithFile(content, arguments);
    }

    /** {@code kubectl edit} with a stream editor for a person. */
    void kubectlEdit(String object, String sed) {
        kubectl.with(Map.of("KUBE_EDITOR", "sed -i " + sed)).run("edit", object);
    }

    void helm(String... arguments) {
        helm.run(arguments);
    }
}
