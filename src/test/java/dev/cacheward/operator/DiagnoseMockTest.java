package dev.cacheward.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cli.diagnose.DiagnoseCommand;
import dev.cacheward.cli.terminal.TestTerminal;
import dev.cacheward.kubernetes.fields.SecretText;
import dev.cacheward.status.Reason;
import dev.cacheward.testbed.EmbeddedApi;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What a person finds out about a profile. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DiagnoseMockTest {
    private static final int ALWAYS = 1_000_000;
    private static final String PAUSED = "cacheward.dev/paused";

    @TempDir
    private Path folder;

    private RunningOperator running;

    @BeforeAll
    void start() {
        running = new RunningOperator();
        running.apply(RunningOperator.SHOP);
        running.apply(profile("hidden"));
        running.apply(profile("broken"));
        List.of("shop", "hidden", "broken").forEach(running::awaitReady);
        running.api.failNext(
                ALWAYS,
                request -> request.userAgent().equals(PersonsKubeconfig.AGENT)
                        && request.path().contains("/secrets/hidden-"),
                403,
                "Forbidden",
                "secrets is forbidden");
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @Test
    void whereNothingIsWrongThePageSaysSoAndHowTheServerIsUsed() throws IOException {
        // When
        TestTerminal terminal = TestTerminal.create();
        int code = diagnose(terminal, "shop");

        // Then
        assertThat(code).isZero();
        assertThat(terminal.out())
                .contains("CacheProfile default/shop", "Nothing is wrong", "Memory", "Hit rate", "Slowest commands")
                .contains("ConfigMap shop-cache: 2 keys, as the profile says", "RateLimitPolicy shop: Ready")
                .doesNotContain("Not looked at");
    }

    @Test
    void faultsAreFoundWhereNoOperatorPutsThemRight() throws IOException {
        // Given
        running.apply(
                profile("broken").replace("{name: broken}", "{name: broken, annotations: {" + PAUSED + ": \"true\"}}"));
        RunningOperator.soon()
                .until(() -> running.profile("broken").getStatus().conditions().stream()
                        .anyMatch(condition -> condition.reason().equals(Reason.PAUSED.wire())));
        editPassword("broken-redis");
        running.client
                .configMaps()
                .inNamespace(EmbeddedApi.NAMESPACE)
                .withName("broken-cache")
                .delete();

        // When
        TestTerminal terminal = TestTerminal.create();
        int code = diagnose(terminal, "broken");

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(terminal.out())
                .contains("AuthFailed", "SecretEdited", "DeliveryDiffers", "ConfigMap broken-cache does not exist")
                .contains("Slowest commands");
    }

    @Test
    void aRightThatIsMissingIsNamedAndTheRestGoesOn() throws IOException {
        // When
        TestTerminal terminal = TestTerminal.create();
        int code = diagnose(terminal, "hidden");

        // Then
        assertThat(code).isZero();
        assertThat(terminal.out())
                .contains("the server was not asked", "get secrets/hidden-redis in namespace default: the")
                .contains("ConfigMap hidden-cache: 2 keys, as the profile says");
    }

    @Test
    void aProgramGetsTheSameAsJsonWithoutAnyPassword() throws IOException {
        // Given
        String password = SecretText.decode(secret("shop-redis"), "password").orElseThrow();

        // When
        TestTerminal terminal = TestTerminal.create();
        int code = diagnose(terminal, "default/shop", "--output", "json", "--keys", "0");

        // Then
        assertThat(code).isZero();
        assertThat(terminal.out())
                .contains(
                        "\"apiVersion\" : \"diagnosis.cacheward.dev/v1\"", "\"state\" : \"asWanted\"", "\"limitBytes\"")
                .doesNotContain(password);
    }

    @Test
    void aProfileThatIsNotThereIsTold() throws IOException {
        // When
        TestTerminal terminal = TestTerminal.create();
        int code = diagnose(terminal, "nobody");

        // Then
        assertThat(code).isEqualTo(2);
        assertThat(terminal.err()).contains("There is no CacheProfile nobody in namespace default");
    }

    private static String profile(String name) {
        return """
                apiVersion: cacheward.dev/v1alpha1
                kind: CacheProfile
                metadata: {name: %s}
                spec:
                  ttls: {users: 60s}
                """.formatted(name);
    }

    private Secret secret(String name) {
        return running.client
                .secrets()
                .inNamespace(EmbeddedApi.NAMESPACE)
                .withName(name)
                .get();
    }

    private void editPassword(String name) {
        Secret edited = new SecretBuilder(secret(name))
                .addToData(SecretText.encode(new TreeMap<>(Map.of("password", "wrong"))))
                .build();
        running.client.resource(edited).update();
    }

    private int diagnose(TestTerminal terminal, String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--connect", "direct", "--kubeconfig", PersonsKubeconfig.write(folder, running.api)));
        return new CommandLine(new DiagnoseCommand(terminal.terminal())).execute(all.toArray(String[]::new));
    }
}
