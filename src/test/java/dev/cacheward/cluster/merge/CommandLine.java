package dev.cacheward.cluster.merge;

import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.cluster.rig.Tool;
import java.util.Map;

/** kubectl and helm, as people use them on a ConfigMap. */
final class CommandLine {
    private final Tool kubectl;
    private final Tool helm;

    CommandLine(TestNamespace namespace) {
        this.kubectl = Tool.onPath("kubectl", namespace);
        this.helm = Tool.onPath("helm", namespace);
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
