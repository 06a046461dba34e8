package dev.cacheward.redis.client.external;

import dev.cacheward.redis.client.LongTimeout;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.client.RedisBinary;
import dev.cacheward.redis.client.ServerProcess;
import dev.cacheward.testbed.Folders;
import dev.cacheward.testbed.Ports;
import dev.cacheward.testbed.certificates.Issued;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A real server that is set up as somebody else would: by arguments alone, without the files of the operator. */
public final class ForeignRedis implements AutoCloseable {
    private final Path folder;
    private final int port;
    private final ServerProcess process;

    private ForeignRedis(Path folder, int port, ServerProcess process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /** Starts a server that speaks plaintext on 127.0.0.1, unless the arguments bind it elsewhere. */
    public static ForeignRedis start(String... arguments) {
        return start(RedisBinary.find(), folder(), "--port", arguments);
    }

    /** Starts a server that speaks TLS alone. If there is none that can, the test does not count. */
    public static ForeignRedis encrypted(Issued certificate, String clientCa, String... arguments) {
        RedisBinary binary = TlsBinary.find();
        Path folder = folder();
        List<String> all = new ArrayList<>(List.of("--port", "0"));
        all.addAll(List.of("--tls-cert-file", write(folder, "tls.crt", certificate.chain())));
        all.addAll(List.of("--tls-key-file", write(folder, "tls.key", certificate.key())));
        all.addAll(List.of("--tls-ca-cert-file", write(folder, "ca.crt", clientCa)));
        if (!List.of(arguments).contains("--tls-auth-clients")) {
            all.addAll(List.of("--tls-auth-clients", "no"));
        }
        all.addAll(List.of(arguments));
        return start(binary, folder, "--tls-port", all.toArray(String[]::new));
    }

    private static ForeignRedis start(RedisBinary binary, Path folder, String portName, String... arguments) {
        int port = Ports.free();
        List<String> command = Stream.of(
                        List.of(binary.command(), portName, String.valueOf(port), "--bind", "127.0.0.1"),
                        List.of("--save", "", "--dir", folder.toString()),
                        List.of(arguments))
                .flatMap(List::stream)
                .toList();
        try {
            ForeignRedis redis = new ForeignRedis(folder, port, ServerProcess.start(command, folder.resolve("log")));
            redis.awaitStart();
            return redis;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("cacheward-foreign");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String write(Path folder, String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    /** Without encryption. */
    public RedisAddress address() {
        return new RedisAddress("127.0.0.1", port);
    }

    /** All that the server has said. */
    public String log() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.kill();
        Folders.delete(folder);
    }

    private void awaitStart() {
        try {
            Awaitility.await()
                    .atMost(LongTimeout.LONG)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> log().contains("Ready to accept connections") || !process.isAlive());
            if (!process.isAlive()) {
                throw new IllegalStateException("did not start:\n" + log());
            }
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }
}
