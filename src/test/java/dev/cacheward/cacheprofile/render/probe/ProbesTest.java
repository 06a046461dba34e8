package dev.cacheward.cacheprofile.render.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Probe;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The probes' own shell text, run with a stand-in for redis-cli that answers what a server would. */
class ProbesTest {
    private static final Probes PROBES = new RepeatingProbes(false);

    @TempDir
    Path bin;

    @BeforeEach
    void aClientThatAnswersOnStderrAndAlwaysEndsWell() throws IOException, InterruptedException {
        // Written by a process of its own: a file that this one has open is "busy" in each that another thread starts.
        String client = bin.resolve("redis-cli").toString();
        String write = "printf '#!/bin/sh\\necho \"$ANSWER\" >&2\\n' > \"$0\" && chmod +x \"$0\"";
        assertThat(new ProcessBuilder("sh", "-c", write, client).start().waitFor())
                .isZero();
    }

    @ParameterizedTest(name = "{0}: ready {1}, started and alive {2}")
    @CsvSource(
            quoteCharacter = '^',
            value = {
                "PONG, true, true",
                "(error) MISCONF Redis is configured to save RDB snapshots, true, true",
                "(error) BUSY Redis is busy running a script, true, true",
                "(error) NOAUTH Authentication required., true, true",
                "(error) WRONGPASS invalid username-password pair, true, true",
                "(error) NOPERM this user has no permissions to run 'ping', true, true",
                "(error) ERR max number of clients reached, true, true",
                "(error) LOADING Redis is loading the dataset in memory, false, true",
                "(error) MASTERDOWN Link with MASTER is down, false, true",
                "Could not connect to Redis at 10.0.0.7:6379: Connection refused, false, false",
                "Error: Server closed the connection, true, true",
                "Error: Connection reset by peer, true, true",
                "'', false, false",
                "$(exit 0) * ?, false, false"
            })
    void theAnswerDecidesAndNotTheExitCode(String answer, boolean ready, boolean alive) throws Exception {
        assertThat(accepts(PROBES.readiness(), answer)).isEqualTo(ready);
        assertThat(accepts(PROBES.startup(), answer)).isEqualTo(alive);
        assertThat(accepts(PROBES.liveness(), answer)).isEqualTo(alive);
    }

    private boolean accepts(Probe probe, String answer) throws IOException, InterruptedException {
        List<String> command = probe.getExec().getCommand();
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(bin.resolve("output").toFile());
        builder.environment().put("PATH", bin + File.pathSeparator + System.getenv("PATH"));
        builder.environment().put("POD_IP", "10.0.0.7");
        builder.environment().put("ANSWER", answer);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return process.exitValue() == 0;
        } finally {
            process.destroyForcibly();
        }
    }
}
