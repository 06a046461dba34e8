package dev.cacheward.redis.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailureTextTest {
    @Test
    void aMessageQuotesTheFirstSentenceOfTheAnswerWithoutItsNumbers() {
        // Given
        String reply = "BUSY Redis is busy running a script for 12345 ms. You can only call SCRIPT KILL.";
        // When
        Cause failure = FailureText.of("SET", reply);
        // Then
        assertThat(failure.reason()).isEqualTo(Reason.BUSY);
        assertThat(failure.message())
                .endsWith("(answer to SET: \"BUSY Redis is busy running a script for N ms\").")
                .doesNotContain("12345");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ERR unknown command 'EVAL'", "NOREPLICAS Not enough good replicas", "MOVED 1 h:1", ""})
    void anAnswerThatNoHealthyServerGivesIsNotRedisAndAsksForTheImage(String reply) {
        // Given, When
        Cause failure = FailureText.of("EVAL", reply);
        // Then
        assertThat(failure.reason()).isEqualTo(Reason.NOT_REDIS);
        assertThat(failure.message()).contains("which image and config");
    }

    @Test
    void anAnswerOfAnyLengthStaysShortAndOnOneLine() {
        // Given
        String reply = "ERR " + "x".repeat(10_000) + "\n" + "y".repeat(10);
        // When
        Cause failure = FailureText.of("GET", reply);
        // Then
        assertThat(failure.message()).hasSizeLessThan(400).doesNotContain("\n", "y".repeat(10));
    }
}
