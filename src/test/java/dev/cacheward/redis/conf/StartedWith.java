package dev.cacheward.redis.conf;

import dev.cacheward.redis.client.LongTimeout;
import dev.cacheward.redis.client.RedisBinary;
import dev.cacheward.testbed.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server that is started to hear what it says about its configuration. It has nowhere to listen, so it ends by itself. */
final class StartedWith {
    private StartedWith() {}

    /** Returns all that it said about the one parameter; words without a refusal if it would run. */
    static String parameter(RedisBinary binary, String name, String value) {
        try {
            Path folder = Files.createTempDirectory("cacheward-started");
            try {
                return said(binary, folder, name, value);
            } finally {
                Folders.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String said(RedisBinary binary, Path folder, String name, String value) throws IOException {
        Path conf = Files.writeString(
                folder.resolve("redis.conf"),
                "port 0\nsave \"\"\ndir " + folder + "\n" + name + " " + ConfQuoting.quote(value) + "\n");
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(List.of(binary.command(), conf.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            process.waitFor(LongTimeout.LONG.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(log, StandardCharsets.UTF_8);
    }
}
