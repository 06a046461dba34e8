package dev.cacheward.cacheprofile.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.status.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of container runtimes for an image that lacks a program, or is for another processor. */
class UnsuitableImageTest {
    private static final String RUNC =
            "failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: unable"
                    + " to start container process: ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "error during container init: exec: \"sh\": executable file not found in $PATH: unknown|sh",
                "exec: \"redis-server\": executable file not found in $PATH: unknown|redis-server",
                "exec: \\\"redis-server\\\": executable file not found in $PATH|redis-server",
                "exec: \"/bin/sh\": stat /bin/sh: no such file or directory: unknown|/bin/sh"
            })
    void aMissingProgramIsNamed(String words, String program) {
        assertThat(UnsuitableImage.ended(RUNC + words, "dragonfly:1")).hasValueSatisfying(cause -> {
            assertThat(cause.reason()).isEqualTo(Reason.IMAGE_UNSUITABLE);
            assertThat(cause.message()).startsWith("Image \"dragonfly:1\" has no \"" + program + "\"");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"exec /usr/local/bin/redis-server: exec format error", "exec /bin/sh: exec format error\n"})
    void anotherProcessorIsTold(String words) {
        assertThat(UnsuitableImage.ended(words, "redis:8"))
                .hasValueSatisfying(cause -> assertThat(cause.message()).contains("another kind of processor"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1:M Bad file format", "FATAL CONFIG FILE ERROR"})
    void otherWordsAreNotAboutTheImage(String words) {
        assertThat(UnsuitableImage.ended(words, "redis:8")).isEmpty();
    }
}
