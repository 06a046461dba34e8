package dev.cacheward.cluster.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cluster.rig.CommandLineTool;
import dev.cacheward.cluster.rig.LiveRedis;
import dev.cacheward.cluster.rig.ResourceManifests;
import dev.cacheward.cluster.rig.TestNamespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real faults, found through a real port-forward. */
class DiagnoseIT {
    private static final String KUBECONFIG = System.getenv("KUBECONFIG");

    @TempDir
    private Path folder;

    private TestNamespace namespace;

    @BeforeEach
    void create() {
        namespace = new TestNamespace("diagnose");
    }

    @AfterEach
    void delete() {
        namespace.close();
    }

    @Test
    void aServerThatAnswersNobodyIsFoundAndSoIsItsHealthAfterThat() {
        // Given
        namespace.apply(ResourceManifests.profile("shop"));
        namespace.awaitReady("shop");
        PersonsCommand before = diagnose("shop");
        new LiveRedis(namespace, "shop").asOperator("CLIENT", "PAUSE", "40000", "ALL");

        // When
        PersonsCommand frozen = diagnose("shop");

        // Then
        assertThat(before.out())
                .contains("by port-forward to pod shop-redis-0", "Nothing is wrong", "Slowest commands");
        assertThat(before.code()).isZero();
        assertThat(frozen.out()).contains("Timeout", "did not answer");
        assertThat(frozen.code()).isEqualTo(1);
        TestNamespace.patiently()
                .untilAsserted(() -> assertThat(diagnose("shop").out()).contains("Slowest commands"));
    }

    @Test
    void aServerThatIsFullIsFoundWithItsNumbersAndItsKeys() {
        // Given
        namespace.apply(ResourceManifests.managed("full", "maxMemory: 8Mi, evictionPolicy: noeviction"));
        namespace.awaitReady("full");
        LiveRedis redis = new LiveRedis(namespace, "full");
        for (int i = 0; i < 1500; i++) {
            redis.asApplication("SET", "job:" + i, "x".repeat(10_000));
        }

        // When
        PersonsCommand found = diagnose("full");

        // Then
        assertThat(found.code()).isEqualTo(1);
        assertThat(found.out())
                .containsAnyOf("OutOfMemory", "MemoryFilling")
                .contains("of 8.0 MiB", "100% never expire", "job:*");
    }

    @Test
    void whoMayReadNoSecretIsToldSoAndSeesTheRest() throws IOException {
        // Given
        namespace.apply(ResourceManifests.profile("shop"));
        namespace.awaitReady("shop");
        String kubeconfig = restricted();

        // When
        PersonsCommand found = PersonsCommand.diagnose(kubeconfig, namespace.name() + "/shop");

        // Then
        assertThat(found.out())
                .contains("ConfigMap shop-cache: 2 keys, as the profile says", "the server was not asked")
                .contains("get secrets/shop-redis in namespace " + namespace.name());
        assertThat(found.code()).isZero();
    }

    private PersonsCommand diagnose(String profile) {
        return PersonsCommand.diagnose(KUBECONFIG, namespace.name() + "/" + profile);
    }

    /** A kubeconfig of somebody who may read all but Secrets. */
    private String restricted() throws IOException {
        CommandLineTool kubectl = CommandLineTool.onPath("kubectl", namespace);
        kubectl.run("create", "serviceaccount", "reader");
        kubectl.run(
                "create",
                "rolebinding",
                "reader",
                "--clusterrole=view",
                "--serviceaccount=" + namespace.name() + ":reader");
        kubectl.run(
                "create",
                "role",
                "profiles",
                "--verb=get,list",
                "--resource=cacheprofiles.cacheward.dev,ratelimitpolicies.cacheward.dev");
        kubectl.run(
                "create",
                "rolebinding",
                "profiles",
                "--role=profiles",
                "--serviceaccount=" + namespace.name() + ":reader");
        String token = kubectl.run("create", "token", "reader").strip();
        String flat = kubectl.run("config", "view", "--raw", "--flatten", "--minify");
        Path kubeconfig =
                Files.writeString(folder.resolve("kubeconfig"), flat.replaceAll("(?s)users:.*", "users: []\n"));
        CommandLineTool other = kubectl.with(Map.of("KUBECONFIG", kubeconfig.toString()));
        other.run("config", "set-credentials", "reader", "--token=" + token);
        other.run("config", "set-context", "--current", "--user=reader");
        return kubeconfig.toString();
    }
}
