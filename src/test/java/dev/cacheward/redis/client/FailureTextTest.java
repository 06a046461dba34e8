package dev.cacheward.redis.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailureTextTest {
    @Test
    void aMessageNamesTheKnownBeginningOfTheAnswerAndNothingElseOfIt() {
        // Given
        String reply = "BUSY Redis is busy running a script for 12345 ms. You can only call SCRIPT KILL.";
        // When
        Cause failure = FailureText.of("SET", reply);
        // Then
        assertThat(failure.reason()).isEqualTo(Reason.BUSY);
        assertThat(failure.message()).endsWith("(answer to SET: BUSY).").doesNotContain("12345", "only call");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ERR unknown command 'EVAL'", "NOREPLICAS Not enough good replicas", "MOVED 1 h:1", ""})
    void anAnswerThatNoHealthyServerGivesIsNotRedisAndAsksForTheImage(String reply) {
        // Given, When
        Cause failure = FailureText.of("EVAL", reply);
        // Then
        assertThat(failure.reason()).isEqualTo(Reason.NOT_REDIS);
        assertThat(failure.message()).containsIgnoringCase("which image and config");
    }

    @Test
    void aServerWithoutAPasswordIsToldAsOneThatEverybodyMayEnter() {
        // Given
        String reply =
                "ERR AUTH <password> called without any password configured for the default user. Are you sure your"
                        + " configuration is correct?";
        // When
        Cause failure = FailureText.of("AUTH", reply);
        // Then
        assertThat(failure.reason()).isEqualTo(Reason.AUTH_FAILED);
        assertThat(failure.message()).startsWith("The server has no password");
    }

    @Test
    void anUnknownAnswerIsNotRepeated() {
        // Given, When
        Cause failure = FailureText.of("GET", "ERR you said correct-horse");
        // Then
        assertThat(failure.message()).doesNotContain("correct-horse").contains("not repeated");
    }
}
