package dev.cacheward.delivery.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cacheward.delivery.value.RateLimit.Rate;
import dev.cacheward.delivery.value.RateLimit.Unit;
import dev.cacheward.validation.ExpectedParsed;
import dev.cacheward.validation.Parsed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20/minute|20/minute",
                "20/minutes|20/minute",
                "100 per hour|100/hour",
                "5 per 2 minutes|5 per 2 minutes",
                "5 per 2 minute|5 per 2 minutes",
                "5 per 1 minute|5/minute",
                "007/day|7/day",
                "1 per 60 seconds|1 per 60 seconds",
                "20/minute;300/hour|20/minute; 300/hour",
                "20/minute ; 300/hour|20/minute; 300/hour",
                "' 20/minute; 300/hour '|20/minute; 300/hour",
                "1/second; 2/minute; 3/hour; 4/day|1/second; 2/minute; 3/hour; 4/day",
                "9 per 59 minutes; 9/hour|9 per 59 minutes; 9/hour",
                "999999999 per 999999999 days|999999999 per 999999999 days",
            })
    void whatIsAllowedIsDeliveredInOneNotation(String text, String normalised) {
        // When
        Parsed<RateLimit> parsed = RateLimit.parse(text);

        // Then
        assertThat(ExpectedParsed.value(parsed).normalised()).isEqualTo(normalised);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20/min|write 20/minute",
                "20/m|write 20/minute",
                "100/h|write 100/hour",
                "100/hrs|write 100/hour",
                "10/s|write 10/second",
                "10/week|write 10 per 7 days",
                "10 per 2 weeks|write 10 per 14 days",
                "10/month|there is no unit of months, whose window differs between libraries; write 10 per 30 days",
                "10/year|write 10 per 365 days",
                "0/minute|0 is no rate, some libraries let nothing through and others everything; to lift a limit",
                "0 per hour|0 is no rate",
                "0|0 is no rate",
                "5 per 0 minutes|0 is no rate",
                "1.5/minute|write 3 per 2 minutes",
                "0.25/hour|write 1 per 4 hours",
                "0.0/hour|not of the form",
                "100|it names no window; write 100/second, 100/minute, 100/hour or 100/day",
                "-1/minute|it is negative",
                "20/Minute|write 20/minute",
                "20 / minute|write 20/minute",
                "20perminute|write 20/minute",
                "5/2minutes|write 5 per 2 minutes",
                "5/2 minutes|write 5 per 2 minutes",
                "5 a minute|write 5/minute",
                "1000000000/day|at most 9 digits",
                "1 per 1000000000 days|at most 9 digits",
                "20/minute,300/hour|rates are joined by",
                "'20/minute | 300/hour'|rates are joined by",
                "20/minute;|is empty",
                "20/minute;;300/hour|is empty",
                "''|it is empty; to lift a limit, leave its entry out",
                "1e3/hour|not of the form N/unit",
                "1,000/hour|write 1000/hour",
                "unlimited|to lift a limit, leave its entry out",
                "20/minute; 30/hr|because of \"30/hr\": write 30/hour",
                "300/hour; 20/minute|300/hour and 20/minute are in the wrong order; the shortest window comes first",
                "5/minute; 6/minute|5/minute and 6/minute have the same window",
                "1 per 60 seconds; 1/minute|1 per 60 seconds and 1/minute have the same window",
                "9 per 61 minutes; 9/hour|wrong order",
                "1/second; 2/minute; 3 per 5 minutes; 4/hour; 5/day|it has 5 rates",
            },
            quoteCharacter = '\'')
    void aRefusalQuotesTheTextAndSaysWhatToWrite(String text, String advice) {
        // When
        Parsed<RateLimit> parsed = RateLimit.parse(text);

        // Then
        assertThat(ExpectedParsed.message(parsed))
                .startsWith("\"" + text + "\" is not a rate limit")
                .contains(advice)
                .contains("one to four rates joined by ';', shortest window first");
    }

    @Test
    void noLimitBreaksTheRulesOfOrder() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RateLimit(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(0, 1, Unit.HOUR));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(1, 1_000_000_000, Unit.HOUR));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RateLimit(List.of(new Rate(1, 1, Unit.DAY), new Rate(1, 24, Unit.HOUR))));
    }
}
