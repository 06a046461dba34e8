package dev.cacheward.delivery.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DotEnvTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"60", "true", "20/minute", "disabled", "a@b:c", ""})
    void aValueThatNobodyTakesOtherwiseStandsBare(String value) {
        assertThat(DotEnvText.line("V", value)).isEqualTo("V=" + value + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"20/minute; 300/hour", "5 per 2 minutes", "a#b", "it's"})
    void anyOtherValueStandsInDoubleQuotes(String value) {
        assertThat(DotEnvText.line("V", value)).isEqualTo("V=\"" + value + "\"\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\"b", "a\\b", "a$b", "a`b", "a\nb", "a\tb"})
    void whatReadersTakeDifferentlyIsNotWritten(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DotEnvText.line("V", value))
                .withMessageContaining("python-dotenv");
    }

    @Test
    void aNonAsciiValueIsQuoted() {
        assertThat(DotEnvText.line("V", "é")).isEqualTo("V=\"é\"\n");
    }
}
