package dev.cacheward.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.validation.Bounds;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundSettingsTest {
    static final Bounds BOUNDS =
            new Bounds(Optional.of(Duration.ofSeconds(10)), Optional.of(Duration.ofDays(1)), Optional.of(1000L));

    @ParameterizedTest
    @CsvSource({
        "CACHEWARD_TTL_MIN, 60, such as 10s",
        "CACHEWARD_TTL_MAX, 0s, such as 10s",
        "CACHEWARD_TTL_MAX, Never, such as 10s",
        "CACHEWARD_RATES_MAX_PER_MINUTE, 0, from 1 to 999999999",
        "CACHEWARD_RATES_MAX_PER_MINUTE, 20/minute, from 1 to 999999999"
    })
    void aBoundThatIsNoneIsRefused(String name, String value, String message) {
        assertThat(problems(Map.of(name, value)))
                .startsWith(name + ": \"" + value + "\"")
                .contains(message);
    }

    @ParameterizedTest
    @CsvSource({"1h, 59m", "10s, 9s"})
    void aLongestTtlThatIsShorterThanTheShortestIsRefused(String min, String max) {
        assertThat(problems(Map.of("CACHEWARD_TTL_MIN", min, "CACHEWARD_TTL_MAX", max)))
                .isEqualTo("CACHEWARD_TTL_MAX: \"" + max + "\": is shorter than CACHEWARD_TTL_MIN");
    }

    private static String problems(Map<String, String> environment) {
        return ((SettingsResult.Invalid) Settings.parse(environment))
                .problems()
                .get(0)
                .toString();
    }
}
