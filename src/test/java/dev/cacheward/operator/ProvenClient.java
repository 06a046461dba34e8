package dev.cacheward.operator;

import dev.cacheward.testbed.Folders;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A client library, with the program of {@code src/test/proofs} that connects by it as the library's documentation does. */
enum ProvenClient {
    REDIS_PY {
        @Override
        List<String> command(Path scratch) {
            return List.of(PresetProofs.python().toString(), program("python/connect.py"));
        }
    },
    IOREDIS {
        /** Node looks for libraries beside the program. */
        @Override
        List<String> command(Path scratch) throws IOException {
            Files.createSymbolicLink(scratch.resolve("node_modules"), PresetProofs.nodeModules());
            Path program = Files.copy(Path.of(program("node/connect.mjs")), scratch.resolve("connect.mjs"));
            return List.of("node", program.toString());
        }
    },
    GO_REDIS {
        @Override
        List<String> command(Path scratch) {
            return List.of(PresetProofs.goConnect().toString());
        }
    },
    /** The release that the operator itself uses, without what else the tests have: some of it reads more kinds of keys. */
    LETTUCE {
        @Override
        List<String> command(Path scratch) {
            String libraries = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                    .filter(path -> path.matches(".*/(lettuce|netty|reactor|reactive|slf4j-api|redis-authx)[^/]*"))
                    .collect(Collectors.joining(File.pathSeparator));
            String program = program("jvm/src/main/java/dev/cacheward/proof/Connect.java");
            return List.of(PresetProofs.JAVA, "-cp", libraries, program);
        }
    },
    /** The release that Spring Boot has. */
    LETTUCE_OF_SPRING_BOOT {
        @Override
        List<String> command(Path scratch) {
            return List.of(PresetProofs.JAVA, "-cp", PresetProofs.jar().toString(), "dev.cacheward.proof.Connect");
        }
    };

    /** @param scratch a folder that the program may need */
    abstract List<String> command(Path scratch) throws IOException;

    /** Whether it splits a user name from a password before it decodes them, so that a name may have a colon. */
    boolean takesColons() {
        return this != LETTUCE && this != LETTUCE_OF_SPRING_BOOT;
    }

    /** Runs the program over folders with mounted Secrets, and returns the lines that it says. */
    List<String> connect(Map<String, String> environment, List<Path> folders) {
        try {
            Path scratch = Files.createTempDirectory("cacheward-client");
            try {
                return PresetProofs.run(
                        environment,
                        Stream.concat(
                                        command(scratch).stream(),
                                        folders.stream().map(Path::toString))
                                .toList());
            } finally {
                Files.deleteIfExists(scratch.resolve("node_modules"));
                Folders.delete(scratch);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String program(String name) {
        return PresetProofs.FOLDER.resolve(name).toAbsolutePath().toString();
    }
}
