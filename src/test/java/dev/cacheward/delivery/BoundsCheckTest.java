package dev.cacheward.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.delivery.value.RateLimit;
import dev.cacheward.delivery.value.Ttl;
import dev.cacheward.validation.Bounds;
import dev.cacheward.validation.ExpectedParsed;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoundsCheckTest {
    private static final BoundsCheck BOUNDS = new BoundsCheck(
            new Bounds(Optional.of(Duration.ofSeconds(10)), Optional.of(Duration.ofDays(1)), Optional.of(1000L)));

    @ParameterizedTest
    @ValueSource(strings = {"10s", "5m", "1d", "24h", "Disabled"})
    void aTtlWithinTheBoundsIsAllowed(String text) {
        assertThat(BOUNDS.check(text, ttl(text))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9s    | \"9s\" is shorter than 10s, the shortest TTL that the administrator of this operator allows (bounds.ttl.min of its chart)",
                "1d1s  | \"1d1s\" is longer than 1d, the longest TTL that the administrator of this operator allows (bounds.ttl.max of its chart)",
                "Never | \"Never\" is longer than 1d, the longest TTL that the administrator of this operator allows (bounds.ttl.max of its chart)"
            })
    void anotherIsRefusedWithBothValuesAndWhoSetThem(String text, String message) {
        assertThat(BOUNDS.check(text, ttl(text))).contains(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000/minute", "16/second", "60000/hour", "5000/minute; 2000/hour", "1440000/day"})
    void aLimitWhoseStrictestRateIsWithinTheBoundIsAllowed(String text) {
        assertThat(BOUNDS.check(limit(text))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1001/minute, 1001", "17/second, 1020", "2001 per 2 minutes, 1001", "60001/hour, 1001"})
    void anotherLimitIsRefusedWithBothNumbers(String text, String perMinute) {
        assertThat(BOUNDS.check(limit(text)))
                .contains("\"" + text + "\" allows " + perMinute + " requests a minute, and 1000 is the most that the"
                        + " administrator of this operator allows (bounds.rates.maxPerMinute of its chart)");
    }

    @Test
    void withoutBoundsAnythingIsAllowed() {
        // Given
        BoundsCheck none = new BoundsCheck(Bounds.none());

        // Then
        assertThat(none.check("Never", ttl("Never"))).isEmpty();
        assertThat(none.check(limit("999999999/second"))).isEmpty();
    }

    private static Ttl ttl(String text) {
        return ExpectedParsed.value(Ttl.parse(text));
    }

    private static RateLimit limit(String text) {
        return ExpectedParsed.value(RateLimit.parse(text));
    }
}
