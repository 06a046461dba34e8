package dev.cacheward.cluster.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cluster.rig.LiveRedis;
import dev.cacheward.cluster.rig.ReadersShell;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.docs.ComingFromRedis;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
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
    /** A line of redis-cli, which ends well even so. What render prints has these words within its lines. */
    private static final Pattern REFUSED = Pattern.compile("(?m)^(NOPERM|NOAUTH|ERR|WRONGPASS) ");

    @TempDir
    static Path folder;

    private TestNamespace namespace;
    private ReadersShell shell;

    static List<String> commands() {
        return ComingFromRedis.commands();
    }

    /** The server holds what a reader's does: a key that expires in time, and a snapshot. */
    @BeforeAll
    void open() throws Exception {
        namespace = new TestNamespace("coming");
        Files.writeString(folder.resolve("shop.yaml"), ComingFromRedis.manifests());
        Files.writeString(folder.resolve("settings.py"), ComingFromRedis.settings());
        shell = new ReadersShell(folder, namespace, ComingFromRedis.shell());
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
        ReadersShell.Typed typed = shell.type(command);

        // Then
        assertThat(typed.exitCode()).as(typed.said()).isZero();
        assertThat(typed.said()).doesNotContainPattern(REFUSED);
    }
}
