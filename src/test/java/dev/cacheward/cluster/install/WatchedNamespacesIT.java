package dev.cacheward.cluster.install;

import dev.cacheward.cluster.rig.CommandLineTool;
import dev.cacheward.cluster.rig.ResourceManifests;
import dev.cacheward.cluster.rig.TestCluster;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.operator.CachewardOperator;
import dev.cacheward.runtime.Settings;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * An operator that has Roles in the namespaces that it is to watch, and no right elsewhere. The tag keeps it out of the process
 * in which another operator watches all namespaces.
 */
@Tag("install")
class WatchedNamespacesIT {
    private static final String USER = "cacheward-watched-namespaces-test";

    private KubernetesClient client;
    private KubernetesClient limited;
    private TestNamespace kept;
    private TestNamespace gone;
    private CachewardOperator operator;

    @BeforeEach
    void create() {
        client = new KubernetesClientBuilder().build();
        Config config = new ConfigBuilder(Config.autoConfigure(null))
                .withImpersonateUsername(USER)
                .build();
        limited = new KubernetesClientBuilder().withConfig(config).build();
        kept = new TestNamespace("kept", client);
        gone = new TestNamespace("gone", client);
        CommandLineTool.onPath("kubectl", kept)
                .run(
                        "apply",
                        "--server-side",
                        "--force-conflicts",
                        "-f",
                        Path.of("crds").toString());
        grant(kept);
        grant(gone);
    }

    @AfterEach
    void delete() {
        if (operator != null) {
            operator.close();
        }
        gone.close();
        kept.close();
        limited.close();
        client.close();
    }

    @Test
    void anOperatorThatStartsAfterANamespaceWasDeletedServesTheOthersAndThatOneWhenItIsBack() {
        // Given
        gone.closeAndWait();

        // When
        operator = CachewardOperator.start(limited, settings(), Clock.systemUTC());
        kept.apply(ResourceManifests.profile("shop"));

        // Then
        kept.awaitReady("shop");
        makeAnew(gone);
        grant(gone);
        gone.apply(ResourceManifests.profile("shop"));
        gone.awaitReady("shop");
    }

    private Settings settings() {
        Settings tests = TestCluster.settings();
        return new Settings(
                Set.of(kept.name(), gone.name()),
                tests.redis(),
                tests.bounds(),
                tests.allowedHosts(),
                tests.ownNamespace(),
                tests.log(),
                tests.reconcileInterval(),
                tests.replica(),
                tests.httpPort());
    }

    private void makeAnew(TestNamespace namespace) {
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(namespace.name())
                        .endMetadata()
                        .build())
                .create();
    }

    private static void grant(TestNamespace namespace) {
        namespace.apply("""
                apiVersion: rbac.authorization.k8s.io/v1
                kind: Role
                metadata: {name: operator}
                rules: [{apiGroups: ['*'], resources: ['*'], verbs: ['*']}]
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata: {name: operator}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: operator}
                subjects: [{apiGroup: rbac.authorization.k8s.io, kind: User, name: %s}]
                """.formatted(USER));
    }
}
