package dev.cacheward.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuoteTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {"5m, '\"5m\"'", "'', '\"\"'", "größe, '\"größe\"'"})
    void aTextStandsInQuotes(String text, String quoted) {
        assertThat(Quote.of(text)).isEqualTo(quoted);
    }

    @Test
    void controlCharactersAreMadeVisible() {
        assertThat(Quote.of("a\nb\0c\u001b[31m")).isEqualTo("\"a\\u000ab\\u0000c\\u001b[31m\"");
    }

    @Test
    void aLongTextIsShortened() {
        assertThat(Quote.of("😀".repeat(80))).isEqualTo("\"" + "😀".repeat(80) + "\"");
        assertThat(Quote.of("😀".repeat(81))).isEqualTo("\"" + "😀".repeat(80) + "…\"");
    }

    @Test
    void aNameIsNotShortened() {
        assertThat(Quote.whole("a".repeat(253))).isEqualTo('"' + "a".repeat(253) + '"');
    }

    @Test
    void aShortenedTextEndsWithAnEllipsis() {
        assertThat(Quote.shortened("abc", 3)).isEqualTo("abc");
        assertThat(Quote.shortened("abcd", 3)).isEqualTo("abc…");
    }

    @Test
    void aBeginningHoldsNoHalfOfACharacter() {
        assertThat(Quote.beginning("ab", 2)).isEqualTo("ab");
        assertThat(Quote.beginning("abc", 2)).isEqualTo("ab");
        assertThat(Quote.beginning("a😀b", 2)).isEqualTo("a");
        assertThat(Quote.beginning("a😀b", 3)).isEqualTo("a😀");
    }
}
