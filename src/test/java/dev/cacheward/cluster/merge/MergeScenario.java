package dev.cacheward.cluster.merge;

import dev.cacheward.cluster.rig.TestNamespace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A namespace of each test's own, the policies that merge in it, and the tools that share its ConfigMaps. */
abstract class MergeScenario {
    TestNamespace namespace;
    MergingPolicies merged;
    KubectlAndHelm tools;
    private final String name;

    /** @param name of the namespace, which gets an ending of its own */
    MergeScenario(String name) {
        this.name = name;
    }

    @BeforeEach
    void createNamespace() {
        namespace = new TestNamespace(name);
        merged = new MergingPolicies(namespace);
        tools = new KubectlAndHelm(namespace);
    }

    @AfterEach
    void deleteNamespace() {
        namespace.close();
    }
}
