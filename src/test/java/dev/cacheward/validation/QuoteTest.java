package dev.cacheward.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00, 0x07, 0x0a, 0x1b, 0x7f, 0x85, 0x9b, 0xad, 0x34f, 0x61c, 0x200b, 0x200d, 0x200e, 0x2028, 0x2029,
                0x202e, 0x2060, 0x2066, 0x2069, 0x3164, 0xfeff, 0xd800, 0xe0001, 0xe007f
            })
    void whatNobodySeesIsMadeVisible(int character) {
        // Given
        String text = "a" + Character.toString(character) + "b";

        // When
        String printable = Quote.printable(text);

        // Then
        assertThat(printable).matches("a(\\\\u[0-9a-f]{4}){1,2}b");
        assertThat(Quote.printable(printable)).isEqualTo(printable);
    }

    @Test
    void whatIsSeenStaysAsItIs() {
        assertThat(Quote.printable("größe – 日本 עברית 😀 é\\n")).isEqualTo("größe – 日本 עברית 😀 é\\n");
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
