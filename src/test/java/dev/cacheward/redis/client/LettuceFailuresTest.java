package dev.cacheward.redis.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.status.Reason;
import io.lettuce.core.RedisConnectionException;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Which side ended a connection decides what is told, whatever the client throws: depending on the moment, that differs. */
class LettuceFailuresTest {
    private static final Exception THROWN = new RedisConnectionException("Connection closed prematurely");

    private final ReplyGuard guard = new ReplyGuard(ReplyGuard.MOST_BYTES);
    private final EmbeddedChannel channel = new EmbeddedChannel(guard);

    @Test
    void aConnectionThatTheServerEndsWasClosed() {
        // Given
        channel.pipeline().fireChannelInactive();
        channel.close();
        // When
        StepFailure failure = LettuceFailures.of("AUTH", THROWN, guard);
        // Then
        assertThat(failure.failure().reason()).isEqualTo(Reason.CONNECTION_CLOSED);
    }

    @Test
    void aConnectionOnWhichTheClientCannotSendWasClosed() {
        // Given
        channel.close();
        // When
        StepFailure failure = LettuceFailures.of("AUTH", THROWN, guard);
        // Then
        assertThat(failure.failure().reason()).isEqualTo(Reason.CONNECTION_CLOSED);
    }

    @Test
    void aConnectionThatTheClientGivesUpForWhatItReadsIsToNoRedis() {
        // Given
        channel.writeInbound(Unpooled.copiedBuffer("no protocol", StandardCharsets.US_ASCII));
        channel.close();
        // When
        StepFailure failure = LettuceFailures.of("AUTH", THROWN, guard);
        // Then
        assertThat(failure.failure().reason()).isEqualTo(Reason.NOT_REDIS);
    }

    @Test
    void anErrorInThePlaceOfALoginCountsEvenIfTheClientTellsOfTheCloseAlone() {
        // Given: the client closes a connection whose login is refused
        channel.writeInbound(Unpooled.copiedBuffer("-WRONGPASS no\r\n", StandardCharsets.US_ASCII));
        channel.close();
        // When
        StepFailure failure = LettuceFailures.of("AUTH", THROWN, guard);
        // Then
        assertThat(failure.failure().reason()).isEqualTo(Reason.AUTH_FAILED);
    }

    @Test
    void anErrorThatCameBeforeTheServerClosedCountsAsWell() {
        // Given
        channel.writeInbound(
                Unpooled.copiedBuffer("-ERR max number of clients reached\r\n", StandardCharsets.US_ASCII));
        channel.pipeline().fireChannelInactive();
        // When
        StepFailure failure = LettuceFailures.ended("AUTH", guard);
        // Then
        assertThat(failure.failure().reason()).isEqualTo(Reason.MAX_CLIENTS);
    }

    @Test
    void aConnectionThatThereNeverWasIsRefused() {
        // When
        StepFailure failure = LettuceFailures.of("AUTH", THROWN, new ReplyGuard(ReplyGuard.MOST_BYTES));
        // Then
        assertThat(failure.failure().reason()).isEqualTo(Reason.CONNECTION_REFUSED);
    }
}
