package dev.cacheward.redis.client;

import dev.cacheward.redis.AclUser;
import dev.cacheward.redis.Login;
import dev.cacheward.redis.Password;
import dev.cacheward.redis.PasswordGenerator;
import dev.cacheward.redis.conf.RenderedFiles;
import dev.cacheward.redis.conf.ServerSettings;
import dev.cacheward.redis.conf.UserHashes;
import dev.cacheward.testbed.Folders;
import dev.cacheward.testbed.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * A real server on 127.0.0.1, started from the rendered files in a folder of its own; {@link #close} ends the process and
 * removes the folder.
 */
public final class RealRedis implements AutoCloseable {
    private static final PasswordGenerator PASSWORDS = PasswordGenerator.random(new SecureRandom());

    private final RedisBinary binary;
    private final Path folder;
    private final int port;
    private final Login application;
    private final Login operator = new Login(AclUser.OPERATOR, PASSWORDS.next());
    private final Login probe = new Login(AclUser.PROBE, PASSWORDS.next());
    private final Login replica = new Login(AclUser.REPLICA, PASSWORDS.next());
    private final String configAlias = "config-" + PASSWORDS.next().value();
    private final Thread atExit = new Thread(this::kill);
    private ServerProcess process;

    private RealRedis(RedisBinary binary, Password application) throws IOException {
        this.application = new Login(AclUser.APPLICATION, application);
        this.binary = binary;
        this.folder = Files.createTempDirectory("cacheward-redis");
        this.port = Ports.free();
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** Starts the server and waits until it answers. */
    public static RealRedis start(RedisBinary binary, ServerSettings settings, String... arguments) {
        return start(binary, settings, PASSWORDS.next(), arguments);
    }

    /** As the other, with a password that a user chose for the application. */
    public static RealRedis start(
            RedisBinary binary, ServerSettings settings, Password application, String... arguments) {
        RealRedis redis = launch(binary, settings, application, arguments);
        try {
            redis.awaitAnswer();
            return redis;
        } catch (RuntimeException | Error e) {
            redis.close();
            throw e;
        }
    }

    private static RealRedis launch(
            RedisBinary binary, ServerSettings settings, Password application, String... arguments) {
        try {
            RealRedis redis = new RealRedis(binary, application);
            Files.createDirectories(redis.data());
            redis.run(settings, arguments);
            return redis;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the server as {@code kill -9} does and starts it again over the same data. */
    public void restart(ServerSettings settings, String... arguments) {
        relaunch(settings, arguments);
        awaitAnswer();
    }

    /** As {@link #restart}, without waiting for an answer. */
    public void relaunch(ServerSettings settings, String... arguments) {
        kill();
        run(settings, arguments);
    }

    public RedisAddress address() {
        return new RedisAddress("127.0.0.1", port);
    }

    public Login application() {
        return application;
    }

    public Login operator() {
        return operator;
    }

    public Login probe() {
        return probe;
    }

    public String configAlias() {
        return configAlias;
    }

    /** Where the server keeps its data. */
    public Path data() {
        return folder.resolve("data");
    }

    /** The text of the file with the users that the server was started with last. */
    public String aclFile() {
        return read("users.acl");
    }

    /** All that the server has said since it was started last. */
    public String log() {
        return read("log");
    }

    private String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** SIGSTOP: the kernel still takes connections, nothing answers. */
    public void freeze() {
        process.signal("-STOP");
    }

    /** SIGCONT. */
    public void thaw() {
        process.signal("-CONT");
    }

    /** Ends the process at once. */
    public void kill() {
        process.kill();
    }

    @Override
    public void close() {
        kill();
        Runtime.getRuntime().removeShutdownHook(atExit);
        Folders.delete(folder);
    }

    private void run(ServerSettings settings, String... arguments) {
        UserHashes hashes = new UserHashes(
                application.password().sha256(),
                operator.password().sha256(),
                probe.password().sha256(),
                replica.password().sha256());
        try {
            Path conf = RenderedFiles.write(folder, settings, hashes, configAlias);
            List<String> command = new ArrayList<>(List.of(binary.command(), conf.toString()));
            command.addAll(List.of("--bind", "127.0.0.1", "--port", String.valueOf(port)));
            command.addAll(List.of(arguments));
            process = ServerProcess.start(command, folder.resolve("log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitAnswer() {
        Awaitility.await()
                .atMost(LongTimeout.LONG)
                .pollDelay(0, TimeUnit.SECONDS)
                .pollInterval(20, TimeUnit.MILLISECONDS)
                .failFast(() -> {
                    if (!isAlive()) {
                        throw new IllegalStateException(binary + " did not start:\n" + log());
                    }
                })
                .ignoreExceptions()
                .until(this::answers);
    }

    private boolean answers() {
        try (RawRedis redis = new RawRedis(address(), probe)) {
            return "PONG".equals(redis.ask("PING"));
        }
    }
}
