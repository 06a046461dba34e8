package dev.cacheward.cacheprofile.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.cacheprofile.model.ObservedBuilder;
import dev.cacheward.cacheprofile.model.RolloutStep;
import dev.cacheward.cacheprofile.render.ServerObjects;
import dev.cacheward.redis.Deviation;
import dev.cacheward.redis.conf.Rendering;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody has set on the running server by hand. */
class ConfigDriftTest {
    private static final CacheProfile PROFILE =
            SampleProfiles.managed("maxMemory: 100Mi, config: {notify-keyspace-events: KEA, timeout: '300'}");

    @ParameterizedTest
    @CsvSource({
        "maxmemory, 1, 104857600",
        "maxmemory-policy, noeviction, volatile-lfu",
        "timeout, 0, 300",
        "notify-keyspace-events, '', KEA"
    })
    void aParameterThatIsNotAsItsFileSaysIsPutRight(String name, String found, String wanted) {
        // When
        RolloutStep step = step(PROFILE, Rendering.CURRENT, Map.of(name, found));

        // Then
        RolloutStep.Correct correct = (RolloutStep.Correct) step;
        assertThat(correct.correction().change().parameters())
                .isEqualTo(Map.of(name, wanted.equals("KEA") ? "AKE" : wanted));
        assertThat(correct.drift().found())
                .extracting(Deviation::words)
                .containsExactly(name + " was \"" + found + "\" instead of \"" + wanted + "\"");
    }

    @ParameterizedTest
    @CsvSource({"maxmemory, 104857600", "notify-keyspace-events, AKE", "dir, /elsewhere", "save, 3600 1", "hz, 7"})
    void theSameInOtherWordsAndWhatNoFileOrNoEditSaysIsNone(String name, String found) {
        assertThat(step(PROFILE, Rendering.CURRENT, Map.of(name, found))).isInstanceOf(RolloutStep.Apply.class);
    }

    @Test
    void aServerOfAnEarlierReleaseIsComparedWithItsOwnFile() {
        assertThat(step(SampleProfiles.minimal(), Rendering.FIRST, Map.of("maxmemory-clients", "10%")))
                .isInstanceOf(RolloutStep.Apply.class);
    }

    private static RolloutStep step(CacheProfile running, Rendering rendering, Map<String, String> config) {
        ServerObjects objects = SampleProfiles.objects(running, rendering);
        return SampleProfiles.plan(
                        running,
                        ObservedBuilder.serving(objects, Optional.empty())
                                .redis(Answers.with("7.0.15", config))
                                .observed())
                .server()
                .orElseThrow()
                .step();
    }
}
