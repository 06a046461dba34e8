package dev.cacheward.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person reads who starts the operator where it cannot reach an API server. */
class StartFailuresMockTest {
    private static final String REMOTE = "https://192.0.2.1:6443";
    /** Nothing listens there. */
    private static final String LOCAL = "https://127.0.0.2:1";

    @TempDir
    private Path folder;

    @Test
    void aProxyThatCannotBeUsedIsNamedInOneLine() throws Exception {
        assertThat(start(Map.of("HTTPS_PROXY", "socks5://proxy.example:1080"), REMOTE))
                .singleElement()
                .asString()
                .startsWith("HTTPS_PROXY: \"socks5://proxy.example:1080\" is not the address of an HTTP proxy");
    }

    @Test
    void anEntryOfNoProxyThatTheClientLibraryRefusesEndsNothing() throws Exception {
        assertThat(start(Map.of("HTTPS_PROXY", "http://127.0.0.1:9", "NO_PROXY", "*.svc, 127.0.0.0/8"), LOCAL))
                .noneMatch(line -> line.contains("Exception:") && line.contains(" at "))
                .anyMatch(line -> line.startsWith("No API server answers at https://127.0.0.2:1/"));
    }

    @Test
    void theProxyIsNamedIfNoAnswerComesThroughIt() throws Exception {
        assertThat(start(Map.of("https_proxy", "127.0.0.1:9"), REMOTE))
                .anyMatch(line -> line.contains("through the proxy 127.0.0.1:9 (https_proxy)"));
    }

    @Test
    void anUnreadableKubeconfigIsNamedInOneLine() throws Exception {
        assertThat(start(Map.of(), "["))
                .singleElement()
                .asString()
                .startsWith("No client for the API server can be made (")
                .contains("KUBECONFIG");
    }

    /** Returns what it prints, but for the line that it logs last. */
    private List<String> start(Map<String, String> environment, String server)
            throws IOException, InterruptedException {
        Path kubeconfig =
                Files.write(folder.resolve("kubeconfig"), kubeconfig(server).getBytes(StandardCharsets.UTF_8));
        ProcessBuilder builder = new ProcessBuilder(OperatorJvm.command()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.matches("(?i)CACHEWARD_.*|.*_PROXY"));
        builder.environment().putAll(environment);
        builder.environment().put("KUBECONFIG", kubeconfig.toString());
        Path output = folder.resolve("output");
        Process process = builder.redirectOutput(output.toFile()).start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).isEqualTo(1);
        return Files.readAllLines(output).stream()
                .filter(line -> !line.endsWith("Stopped") && !line.startsWith("WARNING"))
                .toList();
    }

    private static String kubeconfig(String server) {
        return """
                apiVersion: v1
                kind: Config
                current-context: test
                clusters: [{name: test, cluster: {server: %s}}]
                contexts: [{name: test, context: {cluster: test, user: test}}]
                users: [{name: test, user: {token: secret}}]
                """.formatted(server);
    }
}
