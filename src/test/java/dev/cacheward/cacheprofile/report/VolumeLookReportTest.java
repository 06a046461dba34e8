package dev.cacheward.cacheprofile.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cacheprofile.model.ObservedBuilder;
import dev.cacheward.cacheprofile.model.volume.VolumeLook;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VolumeLookReportTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "form=Both             | DataFormUnknown   | has both a snapshot (dump.rdb) and an append-only file",
                "form=Foreign,foreign=PG_VERSION/base/ | DataFormUnknown | not of Redis (\"PG_VERSION\", \"base\")",
                "form=AppendOnly       | Provisioning      | in the form AppendOnly: a server that reads it is started first",
                "form=Nothing,writable=no,folder=drwxr-xr-x 0 0,user=999 | VolumeNotWritable | has drwxr-xr-x 0 0, and the server runs as user 999",
                "form=AppendOnly,writable=no | VolumeNotWritable | so it would keep nothing",
                "sh: not found         | CrashLooping      | looks at the volume before the server starts ended with exit code 1"
            })
    void aServerThatWasNotStartedIsExplained(String report, String reason, String words) {
        // When
        Cause cause = PodDiagnosis.of(refused(report.replace(',', '\n')), "redis", ObservedBuilder.NOW)
                .orElseThrow();

        // Then
        assertThat(cause.reason().wire()).isEqualTo(reason);
        assertThat(cause.message()).contains(words);
    }

    @Test
    void aServerThatWasStartedIsNothingToSpeakOf() {
        assertThat(PodDiagnosis.of(looked("form=Snapshot\nwritable=yes", 0).build(), "redis", ObservedBuilder.NOW))
                .isEmpty();
    }

    @Test
    void aServerThatIsKilledWhileItLoadsIsToldHowMuchItNeeds() {
        // Given: 207,544,784 bytes
        Pod pod = looked("form=Snapshot\nwritable=yes\nused=cde50f066626/201eca81f6d2", 0)
                .editStatus()
                .addNewContainerStatus()
                .withName("redis")
                .withNewState()
                .withNewTerminated()
                .withExitCode(137)
                .withReason("OOMKilled")
                .endTerminated()
                .endState()
                .endContainerStatus()
                .endStatus()
                .build();

        // When
        Optional<Cause> cause = PodDiagnosis.of(pod, "redis", ObservedBuilder.NOW);

        // Then
        assertThat(cause.map(Cause::reason)).contains(Reason.CRASH_LOOPING);
        assertThat(cause.orElseThrow().message())
                .contains("Its data took 198Mi when it was last written", "the limit must be 216Mi or more")
                .contains("while it loads its data, maxMemory does not apply");
    }

    private static Pod refused(String report) {
        return looked(report, 1).build();
    }

    private static PodBuilder looked(String report, int exitCode) {
        return new PodBuilder()
                .withNewMetadata()
                .withName("shop-redis-0")
                .endMetadata()
                .withNewSpec()
                .addNewVolume()
                .withName("data")
                .withNewPersistentVolumeClaim()
                .withClaimName("shop-redis-data")
                .endPersistentVolumeClaim()
                .endVolume()
                .endSpec()
                .withNewStatus()
                .addNewInitContainerStatus()
                .withName(VolumeLook.CONTAINER)
                .withNewState()
                .withNewTerminated()
                .withExitCode(exitCode)
                .withMessage(report)
                .endTerminated()
                .endState()
                .endInitContainerStatus()
                .endStatus();
    }
}
