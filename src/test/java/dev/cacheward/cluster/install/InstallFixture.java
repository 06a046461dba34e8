package dev.cacheward.cluster.install;

import dev.cacheward.chart.Helm;
import dev.cacheward.cluster.rig.TestImages;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;

/**
 * What tests of the image and the chart start from: a client, and the image to install. The tag keeps them out of the process in
 * which the others run their operator: they come after it.
 */
@Tag("install")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InstallFixture {
    KubernetesClient client;

    /** With its tag. */
    String image;

    @BeforeAll
    void demand() {
        Helm.demand();
        image = TestImages.operator();
        client = new KubernetesClientBuilder().build();
    }

    @AfterAll
    void close() {
        if (client != null) {
            client.close();
        }
    }
}
