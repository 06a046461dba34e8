package dev.cacheward.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cli.diff.DiffCommand;
import dev.cacheward.cli.terminal.TestTerminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * What an edit would cost, by the planner of the operator and the server that runs. The embedded API knows no dry run, so the caller
 * has no right to one.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DiffMockTest {
    private static final int ALWAYS = 1_000_000;
    private static final String MANAGED = "  redis: {managed: {%s}}\n";

    @TempDir
    private Path folder;

    private RunningOperator running;

    @BeforeAll
    void start() {
        running = new RunningOperator();
        running.apply(profile(""));
        running.awaitReady("shop");
        running.api.failNext(
                ALWAYS,
                request -> request.isWrite() && request.userAgent().equals(PersonsKubeconfig.AGENT),
                403,
                "Forbidden",
                "cacheprofiles is forbidden");
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @Test
    void whatIsThereAlreadyIsNoChange() throws IOException {
        // When
        TestTerminal terminal = TestTerminal.create();
        int code = diff(terminal, profile(""));

        // Then
        assertThat(code).isZero();
        assertThat(terminal.out()).contains("CacheProfile default/shop", "no change");
    }

    @Test
    void whatTheSchemaHasNoPlaceForIsToldAndNotQuoted() throws IOException {
        // When
        TestTerminal terminal = TestTerminal.create();
        int code = diff(terminal, profile("  redis: {external: {urlFrom: hunter2}}\n"));

        // Then
        assertThat(code).isEqualTo(2);
        assertThat(terminal.err())
                .contains(
                        "CacheProfile default/shop has a field that the schema does not know, or a value of a wrong type")
                .doesNotContain("hunter2");
    }

    @Test
    void anotherTtlChangesWhatApplicationsReadAndRestartsThoseThatAskForIt() throws IOException {
        // When
        TestTerminal terminal = TestTerminal.create();
        int code = diff(
                terminal,
                profile("  restart: [{kind: Deployment, name: web}]\n").replace("60s", "2m"));

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(terminal.out())
                .contains("spec.ttls.users: 60s -> 2m", "Redis: none", "~ ConfigMap/shop-cache")
                .contains("data.CACHE_TTL_USERS: 60 -> 120", "restarted: Deployment/web");
    }

    @Test
    void aParameterThatTheServerTakesWhileItRunsIsLive() throws IOException {
        // When
        TestTerminal terminal = TestTerminal.create();
        int code = diff(terminal, profile(MANAGED.formatted("evictionPolicy: allkeys-lru")));

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(terminal.out())
                .contains("Redis: live", "CONFIG SET maxmemory-policy \"allkeys-lru\" (now \"volatile-lfu\")");
    }

    @Test
    void whatNeedsANewProcessIsAWarmRoll() throws IOException {
        // When
        TestTerminal terminal = TestTerminal.create();
        int code = diff(terminal, profile(MANAGED.formatted("disabledCommands: [FLUSHALL]")));

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(terminal.out())
                .contains("Redis: warm", "~ Secret/shop-redis-server", "users.acl]: another value, which is secret");
    }

    @Test
    void aRollThatMayLoseTheDataIsCold() throws IOException {
        // When
        TestTerminal terminal = TestTerminal.create();
        int code = diff(
                terminal,
                profile(MANAGED.formatted("disabledCommands: [FLUSHALL]"))
                        .replace("{name: shop}", "{name: shop, annotations: {cacheward.dev/allow-cold-roll: \"2\"}}"));

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(terminal.out()).contains("Redis: cold", "EMPTY");
    }

    @Test
    void whatTheOperatorWouldRefuseIsRefused() throws IOException {
        // When
        TestTerminal terminal = TestTerminal.create();
        int code = diff(terminal, profile(MANAGED.formatted("config: {dir: /tmp}")));

        // Then
        assertThat(code).isEqualTo(2);
        assertThat(terminal.out()).contains("refused: nothing changes", "spec.redis.managed.config");
    }

    @Test
    void aNewProfileIsMadeWithAllItsObjects() throws IOException {
        // When
        TestTerminal terminal = TestTerminal.create();
        int code = diff(terminal, profile("").replace("shop", "other"));

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(terminal.out()).contains("Redis: create", "+ StatefulSet/other-redis", "+ Secret/other-redis");
    }

    private static String profile(String more) {
        return """
                apiVersion: cacheward.dev/v1alpha1
                kind: CacheProfile
                metadata: {name: shop}
                spec:
                  enabled: true
                  deletionPolicy: Delete
                  ttls: {users: 60s}
                """ + more;
    }

    private int diff(TestTerminal terminal, String yaml) throws IOException {
        Path file = Files.writeString(Files.createTempFile(folder, "edit", ".yaml"), yaml);
        return new CommandLine(new DiffCommand(terminal.terminal()))
                .execute(
                        file.toString(),
                        "--connect",
                        "direct",
                        "--kubeconfig",
                        PersonsKubeconfig.write(folder, running.api));
    }
}
