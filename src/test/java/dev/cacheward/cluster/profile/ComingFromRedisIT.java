package dev.cacheward.cluster.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cluster.rig.CommandLineTool;
import dev.cacheward.cluster.rig.LiveRedis;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.docs.ComingFromRedis;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who types the commands of coming-from-redis.md gets what it says, in the order of the page. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
class ComingFromRedisIT {
    private static final String JAR =
            "java() { shift 2; command java -cp \"$CLASSES\" dev.cacheward.cli.Main \"$@\"; }\n";

    /** A line of redis-cli, which ends well even so. What render prints has these words within its lines. */
    private static final Pattern REFUSED = Pattern.compile("(?m)^(NOPERM|NOAUTH|ERR|WRONGPASS) ");

    @TempDir
    static Path folder;

    private TestNamespace namespace;

    static List<String> commands() {
        return ComingFromRedis.commands();
    }

    /** The server holds what a reader's does: a key that expires in time, and a snapshot. */
    @BeforeAll
    void open() throws Exception {
        namespace = new TestNamespace("coming");
        Files.writeString(folder.resolve("shop.yaml"), ComingFromRedis.manifests());
        Files.writeString(folder.resolve("settings.py"), ComingFromRedis.settings());
        Files.writeString(
                folder.resolve("kubeconfig"),
                CommandLineTool.onPath("kubectl", namespace).run("config", "view", "--raw", "--minify", "--flatten"));
        type("kubectl config set-context --current --namespace=" + namespace.name());
        namespace.apply(ComingFromRedis.manifests());
        namespace.awaitReady("shop");
        LiveRedis redis = new LiveRedis(namespace, "shop");
        redis.asApplication("SET", "cache:dataset:7", "{}", "EX", "300");
        redis.asOperator("BGSAVE");
    }

    @AfterAll
    void close() {
        namespace.close();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aCommandOfThePageSucceeds(String command) throws Exception {
        // When
        Typed typed = type(command);

        // Then
        assertThat(typed.exitCode()).as(typed.said()).isZero();
        assertThat(typed.said()).doesNotContainPattern(REFUSED);
    }

    private record Typed(int exitCode, String said) {}

    /** Runs a command as a reader's shell does; the jar is what this process runs with. */
    private Typed type(String command) throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        ProcessBuilder builder = new ProcessBuilder(
                        "bash", "-o", "pipefail", "-c", JAR + ComingFromRedis.shell() + command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().put("KUBECONFIG", folder.resolve("kubeconfig").toString());
        builder.environment().put("CLASSES", classes());
        Process shell = builder.start();
        boolean ended = shell.waitFor(5, TimeUnit.MINUTES);
        shell.destroyForcibly();
        return new Typed(ended ? shell.exitValue() : -1, Files.readString(said));
    }

    /** The reader is in another folder. */
    private static String classes() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(path -> Path.of(path).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
