package dev.cacheward.cli.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The right columns are what kubectl 1.37 made of the left ones, by {@code kubectl create --dry-run=client -o json}. */
class PlainScalarsTest {
    @ParameterizedTest
    @CsvSource({"y, true", "Y, true", "on, true", "off, false", "No, false", "TRUE, true"})
    void wordsOfYaml11AreBooleans(String text, boolean value) {
        assertThat(PlainScalars.value(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "010, 8",
        "0o10, 8",
        "1_000, 1000",
        "0b11, 3",
        "+1, 1",
        "1e3, 1000",
        "0x1F, 31",
        "1.0, 1",
        "1., 1",
        "09, 9",
        "-0, 0",
        "1__0, 10"
    })
    void whatIsAWholeNumberInAnyNotationIsAnInteger(String text, long value) {
        assertThat(PlainScalars.value(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"0.10, 0.1", ".5, 0.5", "12345678901234567890, 12345678901234567890"})
    void otherNumbersAreFractions(String text, double value) {
        assertThat(PlainScalars.value(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1:30", "2001-01-01", "yEs", "=", "0x", "60s", "5m", "-", "+", "."})
    void theRestIsText(String text) {
        assertThat(PlainScalars.value(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"~", "NULL", "null", ""})
    void noValueIsNone(String text) {
        assertThat(PlainScalars.value(text)).isNull();
    }
}
