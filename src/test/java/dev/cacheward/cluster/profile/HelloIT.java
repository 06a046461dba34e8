package dev.cacheward.cluster.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cluster.rig.CommandLineTool;
import dev.cacheward.cluster.rig.TestImages;
import dev.cacheward.cluster.rig.TestNamespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The smallest example: its application needs no image of its own. */
class HelloIT {
    private static final Path EXAMPLE = Path.of("examples", "hello", "hello.yaml");

    private TestNamespace namespace;
    private CommandLineTool kubectl;

    @BeforeEach
    void open() {
        namespace = new TestNamespace("hello");
        namespace.awaitServiceAccount();
        kubectl = CommandLineTool.onPath("kubectl", namespace);
    }

    @AfterEach
    void close() {
        namespace.close();
    }

    @Test
    void itsApplicationWritesToItsCacheAndReadsFromIt() throws IOException {
        // When
        namespace.apply(
                Files.readString(EXAMPLE).replace("docker.io/library/redis:8.0.6", TestImages.like("redis:7.0")));

        // Then
        namespace.awaitReady("hello");
        TestNamespace.patiently()
                .untilAsserted(() -> assertThat(kubectl.run("logs", "deployment/hello"))
                        .contains("not in the cache: made anew, for 20 s", "from the cache: Hello at "));
    }
}
