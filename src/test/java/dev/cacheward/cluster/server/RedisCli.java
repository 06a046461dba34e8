package dev.cacheward.cluster.server;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The client that people have at hand. */
final class RedisCli {
    private RedisCli() {}

    static boolean onPath() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> new File(folder, "redis-cli").canExecute());
    }

    /** Runs one command to its end; what it says, without its warning about passwords in arguments. */
    static String run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("redis-cli", "--no-auth-warning"));
        command.addAll(Arrays.asList(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } finally {
            process.destroy();
        }
    }
}
