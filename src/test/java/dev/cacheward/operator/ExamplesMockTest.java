package dev.cacheward.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The applications of the examples cache and limit as their two manifests say, told by their Deployment alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExamplesMockTest {
    private final RunningOperator running = new RunningOperator();

    @AfterAll
    void stop() {
        running.close();
    }

    @Test
    void flask(@TempDir Path scratch) {
        // Given
        String python = PresetProofs.python().toString();

        // When
        try (ExampleApplication application = start(
                "flask",
                Path.of("examples/flask"),
                scratch,
                port -> List.of(python, "-B", "-m", "flask", "--app", "app", "run", "--port", String.valueOf(port)))) {
            // Then
            assertCachedAndLimited(application, "/query");
        }
    }

    @Test
    void django(@TempDir Path scratch) {
        // Given
        String python = PresetProofs.python().toString();
        IntFunction<List<String>> command = port -> List.of(
                python, "-B", "-m", "django", "runserver", "--settings=settings", "--noreload", "127.0.0.1:" + port);

        // When
        try (ExampleApplication application = start("django", Path.of("examples/django"), scratch, command)) {
            // Then
            assertThat(application.get("/query/models").body())
                    .isEqualTo(application.get("/query/models").body());
            assertThat(application.get("/query/secrets").body())
                    .isNotEqualTo(application.get("/query/secrets").body());
            assertThat(application.statuses("/query/page", 16)).containsOnly(200);
            assertThat(application.get("/query/page").statusCode()).isEqualTo(429);
        }
    }

    @Test
    void express(@TempDir Path scratch) throws IOException {
        // Given
        Path modules = PresetProofs.nodeModules();
        Path link = Files.createSymbolicLink(scratch.resolve("node_modules"), modules);
        Files.copy(Path.of("examples/express/server.mjs"), scratch.resolve("server.mjs"));

        // When
        try (ExampleApplication application =
                start("express", scratch, scratch, port -> List.of("node", "server.mjs"))) {
            // Then
            assertCachedAndLimited(application, "/query");
        } finally {
            Files.delete(link);
        }
    }

    @Test
    void springBoot(@TempDir Path scratch) {
        // Given
        Path jar = PresetProofs.springBoot();

        // When
        try (ExampleApplication application = start("spring-boot", scratch, scratch, program(jar))) {
            // Then
            assertCachedAndLimited(application, "/query");
        }
    }

    @Test
    void quarkus(@TempDir Path scratch) {
        // Given
        Path jar = PresetProofs.quarkus();

        // When
        try (ExampleApplication application = start("quarkus", scratch, scratch, program(jar))) {
            // Then
            String first = application.get("/query").body();
            assertThat(first).startsWith("made at ");
            assertThat(application.get("/query").body()).isEqualTo(first);
        }
    }

    private static IntFunction<List<String>> program(Path jar) {
        return port -> List.of(PresetProofs.JAVA, "-XX:TieredStopAtLevel=1", "-jar", jar.toString());
    }

    private ExampleApplication start(String example, Path code, Path scratch, IntFunction<List<String>> command) {
        return ExampleApplication.start(running, example, code, scratch, command);
    }

    private static void assertCachedAndLimited(ExampleApplication application, String path) {
        String first = application.get(path).body();
        assertThat(first).contains("made");
        assertThat(application.get(path).body()).isEqualTo(first);
        assertThat(application.statuses(path, 18)).containsOnly(200);
        assertThat(application.get(path).statusCode()).isEqualTo(429);
        assertThat(application.get("/health").statusCode()).isEqualTo(200);
    }
}
