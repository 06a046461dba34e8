package dev.cacheward.cacheprofile.turns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.redis.Authentication;
import dev.cacheward.redis.Login;
import dev.cacheward.redis.Password;
import dev.cacheward.redis.client.CheckDialogue;
import dev.cacheward.redis.client.Dialogue;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.client.RedisGateway;
import dev.cacheward.redis.client.Reply;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.testbed.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When a server is asked that gave no answer before. */
class RedisTurnsTest {
    private static final Cause SILENCE = new Cause(Reason.TIMEOUT, "told so");

    private final SettableClock clock = new SettableClock();
    private final Instant start = clock.instant();
    private final List<Long> asked = new ArrayList<>();
    private Optional<Cause> answer = Optional.of(SILENCE);
    private final RedisTurns turns = new RedisTurns(new Recorded(), clock);

    /** Fails as the test says, and records the seconds at which it was asked. */
    private final class Recorded implements RedisGateway {
        @Override
        public <T> Reply<T> ask(RedisAddress address, Authentication login, Dialogue<T> dialogue) {
            asked.add(Duration.between(start, clock.instant()).toSeconds());
            return answer.<Reply<T>>map(Reply.Failed::new).orElseGet(() -> new Reply.Answered<>(null));
        }

        @Override
        public void close() {}
    }

    @Test
    void aSilentServerIsAskedAfterFiveSecondsAndThenMoreAndMoreSeldom() {
        // When
        for (int second = 0; second < 200; second++) {
            assertThat(look("ready")).contains(SILENCE);
            clock.pass(Duration.ofSeconds(1));
        }

        // Then
        assertThat(asked).containsExactly(0L, 5L, 15L, 35L, 75L, 135L, 195L);
    }

    @Test
    void aChangeOfItsPodOrItsSpecHasItAskedAtOnce() {
        // Given
        look("ready");
        clock.pass(Duration.ofSeconds(1));

        // When
        look("unready");

        // Then
        assertThat(asked).containsExactly(0L, 1L);
    }

    @Test
    void anAnswerEndsThePause() {
        // Given
        look("ready");
        clock.pass(Duration.ofSeconds(5));
        answer = Optional.empty();

        // When
        look("ready");
        clock.pass(Duration.ofSeconds(1));
        Optional<Cause> failure = look("ready");

        // Then
        assertThat(failure).isEmpty();
        assertThat(asked).containsExactly(0L, 5L, 6L);
    }

    @Test
    void withinOneLookItIsAskedAsOftenAsTheLookWants() {
        // When
        look("ready");
        look("ready");

        // Then
        assertThat(asked).containsExactly(0L, 0L);
    }

    @Test
    void anotherFailureIsNoSilence() {
        // Given
        answer = Optional.of(new Cause(Reason.LOADING, "told so"));
        look("ready");
        clock.pass(Duration.ofSeconds(1));

        // When
        look("ready");

        // Then
        assertThat(asked).containsExactly(0L, 1L);
    }

    @Test
    void aProfileThatIsDeletedIsForgotten() {
        // Given
        look("ready");
        clock.pass(Duration.ofSeconds(1));

        // When
        turns.forget("default", "shop");
        look("ready");

        // Then
        assertThat(asked).containsExactly(0L, 1L);
    }

    private Optional<Cause> look(String state) {
        return turns.ask(
                        new Observed.Look("default", "shop", state, clock.instant()),
                        new RedisAddress("10.0.0.1", 6379),
                        new Login("default", new Password("secret")),
                        new CheckDialogue())
                .flatMap(Reply::failure);
    }
}
