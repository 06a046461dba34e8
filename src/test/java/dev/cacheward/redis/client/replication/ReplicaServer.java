package dev.cacheward.redis.client.replication;

import static org.awaitility.Awaitility.await;

import dev.cacheward.redis.Login;
import dev.cacheward.redis.Password;
import dev.cacheward.redis.client.RawRedis;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.client.RedisBinary;
import dev.cacheward.testbed.Folders;
import dev.cacheward.testbed.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A real server on 127.0.0.1 with the four users of a managed one, all of whose passwords the tests know. */
final class ReplicaServer implements AutoCloseable {
    static final Login APPLICATION = new Login("default", new Password("app"));
    static final Login OPERATOR = new Login("cacheward", new Password("op"));
    static final Login REPLICA = new Login("replica", new Password("a password of \"replicas\""));
    static final String ALIAS = "config-secret";

    private static final String CONF = """
            save ""
            user default on >app ~* &* +@all -@admin -@dangerous +info
            user cacheward on >op ~cacheward:* -@all +ping +info %s
            user replica on #%s -@all +psync +replconf +ping
            %s
            """;

    private static final String RIGHTS = "+config +failover +replicaof +client|kill +client|pause +client|unpause";

    private final Path folder;
    private final int port = Ports.free();
    private final Process process;

    private ReplicaServer(RedisBinary binary, String conf, String... arguments) throws IOException {
        folder = Files.createTempDirectory("cacheward-replica");
        Path file = Files.writeString(folder.resolve("redis.conf"), conf);
        List<String> command = new ArrayList<>(List.of(binary.command(), file.toString()));
        command.addAll(List.of("--bind", "127.0.0.1", "--port", String.valueOf(port), "--dir", folder.toString()));
        command.addAll(List.of(arguments));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    static ReplicaServer start(RedisBinary binary, String... arguments) {
        return launch(
                binary,
                CONF.formatted(RIGHTS, REPLICA.password().sha256(), "rename-command CONFIG " + ALIAS),
                arguments);
    }

    /** One whose CONFIG has its own name. */
    static ReplicaServer plain(RedisBinary binary) {
        return launch(binary, CONF.formatted(RIGHTS, REPLICA.password().sha256(), ""));
    }

    /** One whose operator may not hand over. */
    static ReplicaServer ofAnEarlierRelease(RedisBinary binary) {
        return launch(binary, CONF.formatted("+config", REPLICA.password().sha256(), "rename-command CONFIG " + ALIAS));
    }

    private static ReplicaServer launch(RedisBinary binary, String conf, String... arguments) {
        try {
            ReplicaServer server = new ReplicaServer(binary, conf, arguments);
            await().atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(20))
                    .ignoreExceptions()
                    .until(() -> "PONG".equals(server.ask("PING")));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RedisAddress address() {
        return new RedisAddress("127.0.0.1", port);
    }

    /** Sends one command as the application, on a connection of its own. */
    Object ask(String... words) {
        try (RawRedis redis = new RawRedis(address(), APPLICATION)) {
            return redis.ask(words);
        }
    }

    /** SIGSTOP. */
    void freeze() {
        signal("-STOP");
    }

    /** SIGCONT. */
    void thaw() {
        signal("-CONT");
    }

    private void signal(String signal) {
        try {
            new ProcessBuilder("kill", signal, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        Folders.delete(folder);
    }
}
