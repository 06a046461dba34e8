package dev.cacheward.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.validation.Parsed;
import java.security.SecureRandom;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordTest {
    @Test
    void itsTextShowsNothingOfIt() {
        // Given
        Login login = new Login("default", new Password("hunter2"));
        // When
        String text = login + " " + login.password();
        // Then
        assertThat(text).doesNotContain("hunter2").contains("redacted");
    }

    @Test
    void theHashIsWhatSha256sumSaysOfItsUtf8() {
        // Given
        Password password = new Password("pässwörd");
        // When
        String hash = password.sha256();
        // Then
        assertThat(hash).isEqualTo("46970bef70aced8123f0d5d094717e2a5cd412041e03b26376049fe65b2834a4");
    }

    @Test
    void generatedPasswordsAreLongDistinctLettersAndDigits() {
        // Given
        PasswordGenerator generator = PasswordGenerator.random(new SecureRandom());
        // When
        Set<String> made =
                IntStream.range(0, 1000).mapToObj(i -> generator.next().value()).collect(Collectors.toSet());
        // Then
        assertThat(made).hasSize(1000).allMatch(password -> password.matches("[A-Za-z0-9]{32,}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", " ", "a b", "'\"`", "$HOME %41 \\n", "pässwörd€😀", "#hash>nopass~*"})
    void aUsersPasswordMayHoldAnythingPrintable(String raw) {
        // Given, When
        Parsed<Password> parsed = UserPassword.parse(raw);
        // Then
        assertThat(parsed).isEqualTo(new Parsed.Valid<>(new Password(raw)));
    }

    @Test
    void itMayHave512BytesAndNotOneMore() {
        // Given
        String longest = "ä".repeat(256);
        // When
        Parsed<Password> fits = UserPassword.parse(longest);
        Parsed<Password> tooLong = UserPassword.parse(longest + "a");
        // Then
        assertThat(fits).isInstanceOf(Parsed.Valid.class);
        assertThat(message(tooLong)).contains("512 bytes");
    }

    @Test
    void anEmptyOneIsRefused() {
        // Given, When
        Parsed<Password> parsed = UserPassword.parse("");
        // Then
        assertThat(message(parsed)).contains("empty");
    }

    @ParameterizedTest
    @CsvSource({
        "'sesame\n', printf",
        "'sesame\r\n', printf",
        "'sesa\tme', control",
        "'sesa\nme', control",
        "'sesa\u0000me', control",
        "'sesa\u0085me', control",
        "'sesame\ufffd', UTF-8"
    })
    void aRefusalGivesAdviceAndNothingOfThePassword(String raw, String advice) {
        // Given, When
        Parsed<Password> parsed = UserPassword.parse(raw);
        // Then
        assertThat(message(parsed)).contains(advice).doesNotContain("sesa");
    }

    private static String message(Parsed<Password> parsed) {
        assertThat(parsed).isInstanceOf(Parsed.Invalid.class);
        return ((Parsed.Invalid<Password>) parsed).message();
    }
}
