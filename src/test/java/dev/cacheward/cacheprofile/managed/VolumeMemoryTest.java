package dev.cacheward.cacheprofile.managed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.ObservedBuilder;
import dev.cacheward.cacheprofile.model.ObservedRedis;
import dev.cacheward.cacheprofile.model.volume.VolumeFacts;
import dev.cacheward.cacheprofile.plan.ProfilePlan;
import dev.cacheward.cacheprofile.plan.SampleProfiles;
import dev.cacheward.redis.client.ServerInfo;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How much memory the data on a volume takes is known as long as the volume is. */
class VolumeMemoryTest {
    private static final long USED = 200_000_000;
    private static final ProfilePlan PERSISTENT = SampleProfiles.plan(
            SampleProfiles.managed("persistence: {mode: Snapshot}"),
            ObservedBuilder.nothing().observed());
    private static final ObservedRedis SILENT = new ObservedRedis.NotAsked();

    private final VolumeMemory memory = new VolumeMemory();

    @Test
    void theServerOnAVolumeTellsHowMuchItsDataTakes() {
        // When
        Optional<Long> data = dataBytes(serving(), answer());
        // Then
        assertThat(data).hasValueSatisfying(bytes -> assertThat(bytes).isBetween(USED, USED + USED / 10));
    }

    @Test
    void aServerThatIsSilentOrGoneKeepsWhatItTold() {
        // Given
        Optional<Long> told = dataBytes(serving(), answer());
        // When
        Optional<Long> silent = dataBytes(serving(), SILENT);
        Optional<Long> gone = dataBytes(serving().pods(), SILENT);
        // Then
        assertThat(told).isPresent();
        assertThat(silent).isEqualTo(told);
        assertThat(gone).isEqualTo(told);
    }

    @Test
    void aVolumeThatIsGoneIsForgottenWithItsData() {
        // Given
        dataBytes(serving(), answer());
        // When
        Optional<Long> without = dataBytes(ObservedBuilder.nothing(), SILENT);
        // Then
        assertThat(without).isEmpty();
        assertThat(dataBytes(serving(), SILENT)).isEmpty();
    }

    private static ObservedBuilder serving() {
        return ObservedBuilder.serving(PERSISTENT);
    }

    private static ObservedRedis answer() {
        return new ObservedRedis.Answered(
                CheckedServer.RUNNING, ServerInfo.parse("redis_version:8.0.6\r\nused_memory:" + USED + "\r\n"));
    }

    private Optional<Long> dataBytes(ObservedBuilder seen, ObservedRedis redis) {
        Observed observed = seen.observed();
        VolumeFacts facts = memory.facts("uid", observed.server(), redis, observed.at());
        return facts.dataBytes();
    }
}
