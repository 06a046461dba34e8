package dev.cacheward.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher with a stand-in for java that prints what it was called with. */
class LauncherTest {
    private static final Path SOURCE = Path.of("src", "main", "launcher");

    @TempDir
    private Path folder;

    private Path home;

    /** @param code exit code */
    private record Said(int code, String text) {}

    @BeforeEach
    void install() throws IOException {
        home = Files.createDirectories(folder.resolve("home/bin")).getParent();
        executable(home.resolve("bin/java"), "#!/bin/sh\necho \"$CACHEWARD_COMMAND_NAME:\" \"$@\"\n");
        executable(folder.resolve("kubectl-cacheward"), Files.readString(SOURCE.resolve("kubectl-cacheward")));
    }

    @Test
    void theJarBesideItIsRunWithAllArguments() throws Exception {
        // Given
        Path jar = Files.createFile(folder.resolve("cacheward.jar"));

        // When
        Said said = run(folder.resolve("kubectl-cacheward"), Map.of(), "check", "a b.yaml");

        // Then
        assertThat(said.code()).isZero();
        assertThat(said.text()).startsWith("kubectl cacheward: -XX:").endsWith("-jar " + jar + " check a b.yaml\n");
    }

    @Test
    void aLinkIsFollowedAndItsNameIsThatOfTheCommand() throws Exception {
        // Given
        Path jar = Files.createFile(folder.resolve("cacheward.jar"));
        Path link = Files.createSymbolicLink(
                Files.createDirectory(folder.resolve("links")).resolve("cacheward"), Path.of("../kubectl-cacheward"));

        // When
        Said said = run(link, Map.of(), "--version");

        // Then
        assertThat(said.text()).startsWith("cacheward: ").contains("/" + jar.getFileName() + " --version");
    }

    @Test
    void theJarMayBeNamed() throws Exception {
        // Given
        Path jar = Files.createFile(folder.resolve("other.jar"));

        // When
        Said said = run(folder.resolve("kubectl-cacheward"), Map.of("CACHEWARD_JAR", jar.toString()), "check");

        // Then
        assertThat(said.text()).endsWith("-jar " + jar + " check\n");
    }

    @Test
    void withoutACommandHelpIsShownAndNoOperatorRuns() throws Exception {
        // Given
        Files.createFile(folder.resolve("cacheward.jar"));

        // When
        Said said = run(folder.resolve("kubectl-cacheward"), Map.of());

        // Then
        assertThat(said.text()).endsWith("cacheward.jar --help\n");
    }

    @Test
    void whatIsMissingIsTold() throws Exception {
        // Given
        Path launcher = folder.resolve("kubectl-cacheward");

        // When
        Said withoutJar = run(launcher, Map.of(), "check");
        Files.createFile(folder.resolve("cacheward.jar"));
        Files.delete(home.resolve("bin/java"));
        Path tools = Files.createDirectory(folder.resolve("tools"));
        for (String tool : new String[] {"dirname", "basename", "readlink"}) {
            executable(tools.resolve(tool), "#!/bin/sh\nexec " + onPath(tool) + " \"$@\"\n");
        }
        Said withoutJava = run(launcher, Map.of("PATH", tools.toString()), "check");

        // Then
        assertThat(withoutJar.code()).isEqualTo(2);
        assertThat(withoutJar.text()).contains("There is no jar " + folder, "CACHEWARD_JAR");
        assertThat(withoutJava.code()).isEqualTo(2);
        assertThat(withoutJava.text()).contains("There is no java", "JAVA_HOME");
    }

    private Said run(Path launcher, Map<String, String> variables, String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", launcher.toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().remove("CACHEWARD_JAR");
        builder.environment().remove("CACHEWARD_COMMAND_NAME");
        builder.environment().put("JAVA_HOME", home.toString());
        builder.environment().putAll(variables);
        Process process = builder.redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Said(process.exitValue(), text);
    }

    private static Path onPath(String tool) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(each -> Path.of(each, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
