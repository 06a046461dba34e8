package dev.cacheward.delivery.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cacheward.validation.ExpectedParsed;
import dev.cacheward.validation.Parsed;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TtlTest {
    @ParameterizedTest
    @CsvSource({
        "1s, 1",
        "60s, 60",
        "90s, 90",
        "5m, 300",
        "90m, 5400",
        "1h30m, 5400",
        "1d, 86400",
        "1d2h3m4s, 93784",
        "1d4s, 86404",
        "0d5m, 300",
        "05m, 300",
        "364d23h59m60s, 31536000",
        "365d, 31536000",
        "31536000s, 31536000",
        "Never, -1",
        "Disabled, 0"
    })
    void whatIsAllowedIsDeliveredInSeconds(String text, long seconds) {
        // When
        Parsed<Ttl> parsed = Ttl.parse(text);

        // Then
        assertThat(ExpectedParsed.value(parsed).<Long>told(value -> value, -1L, 0L))
                .isEqualTo(seconds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "60|it has no unit; for seconds write 60s",
                "0|write Disabled or Never",
                "00|write Disabled or Never",
                "0s|write Disabled or Never",
                "0h0m|write Disabled or Never",
                "1w|write 7d (there is no unit of weeks)",
                "2 weeks|write 14d",
                "60w|longer than 365d",
                "5 m|write 5m",
                "1h 30m|write 1h30m",
                "1H30M|write 1h30m",
                "5min|write 5m",
                "1.5h|write 1h30m",
                "0.5s|allowed is",
                "90 Minutes|write 1h30m",
                "-1s|it is negative; write Never",
                "-1|it is negative; write Never",
                "never|write Never",
                "NEVER|write Never",
                "none|write Never",
                "disabled|write Disabled",
                "off|write Disabled",
                "366d|longer than 365d",
                "400d|longer than 365d; write Never",
                "365d1s|longer than 365d",
                "31536001s|longer than 365d",
                "1000000000s|longer than 365d",
                "99999999999999999999d|longer than 365d",
                "1y|write 365d",
                "500ms|the shortest TTL is 1s",
                "30m1h|its units are not in the order d, h, m, s",
                "1h1h|each at most once",
                "''|it is empty",
                "' '|it is empty",
                "P1D|write 1d",
                "PT1H30M|write 1h30m",
                "PT|allowed is",
                "300000ms|write 5m (there is no unit of milliseconds)",
                "31536001|longer than 365d",
                "unlimited|write Never",
                "1h30|allowed is",
                "h|allowed is",
                "5㎜|allowed is",
            })
    void aRefusalQuotesTheTextAndSaysWhatToWrite(String text, String advice) {
        // When
        Parsed<Ttl> parsed = Ttl.parse(text);

        // Then
        assertThat(ExpectedParsed.message(parsed))
                .startsWith("\"" + text + "\" is not a TTL")
                .containsIgnoringCase(advice)
                .contains("1s to 365d", "Never (no expiry)", "Disabled (do not cache)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5m\n", " 5m", "５m"})
    void lookAlikesOfAllowedTextsAreRefused(String text) {
        assertThat(Ttl.parse(text)).isInstanceOf(Parsed.Invalid.class);
    }

    @Test
    void aLineBreakInAValueDoesNotBreakTheMessage() {
        // When
        Parsed<Ttl> parsed = Ttl.parse("5m\nReady: all is well");

        // Then
        assertThat(ExpectedParsed.message(parsed))
                .startsWith("\"5m\\u000aReady")
                .doesNotContain("\n");
    }

    @Test
    void noDurationIsOutsideOfTheBounds() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Ttl.For(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ttl.For(Duration.ofDays(366)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ttl.For(Duration.ofMillis(1500)));
    }
}
