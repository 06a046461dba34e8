package dev.cacheward.cluster.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cluster.rig.ApplicationConnection;
import dev.cacheward.cluster.rig.ResourceVersions;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The image and the chart, as a user installs them. */
class InstallIT extends InstallFixture {
    private static final Path EXAMPLE = Path.of("examples", "convoinsight");

    /** How the API server begins to say that somebody may not do something. */
    private static final String MISSING_RIGHT = "User \"system:serviceaccount:";

    @Test
    void itServesTheExampleInAnyNamespace() throws IOException {
        try (HelmRelease release = new HelmRelease(client);
                TestNamespace namespace = new TestNamespace("example", client)) {
            // When
            release.install(image);
            applyExample(namespace);

            // Then
            namespace.awaitReady("convoinsight");
            namespace.awaitPolicy("convoinsight", ConditionType.READY, "True", Reason.READY);
            release.test();
            assertCleanedUp(release.namespace());
            assertThat(release.log()).doesNotContain(MISSING_RIGHT);
        }
    }

    @Test
    void whatTheNotesSayMakesAProfile() {
        try (HelmRelease release = new HelmRelease(client);
                TestNamespace namespace = new TestNamespace("notes", client)) {
            // Given
            release.install(image);

            // When
            namespace.apply(release.notedManifest());

            // Then
            namespace.awaitReady("shop");
            assertThat(namespace.configMap("shop-cache").getData()).containsEntry("CACHE_TTL_USERS", "300");
        }
    }

    @Test
    void withNamespacesItNeedsNoRightElsewhere() throws IOException {
        try (TestNamespace watched = new TestNamespace("watched", client);
                TestNamespace other = new TestNamespace("unwatched", client);
                HelmRelease release = new HelmRelease(client)) {
            // When
            release.install(image, "watchNamespaces={" + watched.name() + "}");
            applyExample(other);
            applyExample(watched);

            // Then
            watched.awaitReady("convoinsight");
            watched.awaitPolicy("convoinsight", ConditionType.READY, "True", Reason.READY);
            release.test();
            assertCleanedUp(watched);
            assertThat(other.profile("convoinsight").getStatus().observedGeneration())
                    .isEqualTo(-1);
            assertThat(release.log()).doesNotContain(MISSING_RIGHT);
        }
    }

    @Test
    void anUpgradeBringsTheCrdsAndAnUninstallLeavesThemWithAllThatServes() throws IOException {
        try (HelmRelease release = new HelmRelease(client);
                TestNamespace namespace = new TestNamespace("upgrade", client)) {
            // Given
            release.install(image);
            applyExample(namespace);
            namespace.awaitReady("convoinsight");
            crd().edit(InstallIT::older);

            // When
            release.upgrade();
            List<String> categories = crd().get().getSpec().getNames().getCategories();
            release.uninstall();

            // Then
            assertThat(categories).containsExactly("cacheward");
            assertThat(crd().get()).isNotNull();
            assertThat(namespace.profile("convoinsight")).isNotNull();
            assertThat(ApplicationConnection.ping(namespace, "convoinsight")).isEqualTo("PONG");
        }
    }

    /** Of what {@code helm test} makes in the namespace, and of what the operator makes for it, nothing is left. */
    private static void assertCleanedUp(TestNamespace namespace) {
        TestNamespace.patiently()
                .untilAsserted(() -> assertThat(
                                Stream.concat(namespace.list(Pod.class).stream(), ResourceVersions.objects(namespace))
                                        .map(object -> object.getMetadata().getName()))
                        .noneMatch(name -> name.startsWith("cacheward-test")));
    }

    private static CustomResourceDefinition older(CustomResourceDefinition crd) {
        crd.getSpec().getNames().setCategories(List.of("older"));
        return crd;
    }

    private Resource<CustomResourceDefinition> crd() {
        return client.apiextensions().v1().customResourceDefinitions().withName("cacheprofiles.cacheward.dev");
    }

    private static void applyExample(TestNamespace namespace) throws IOException {
        for (String file : List.of("cacheprofile.yaml", "ratelimitpolicy.yaml")) {
            namespace.apply(Files.readString(EXAMPLE.resolve(file)));
        }
    }
}
