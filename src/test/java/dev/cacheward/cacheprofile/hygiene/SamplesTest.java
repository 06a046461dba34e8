package dev.cacheward.cacheprofile.hygiene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cacheward.api.v1alpha1.CacheProfileStatus;
import dev.cacheward.cacheprofile.model.hygiene.KeyspaceRule;
import dev.cacheward.delivery.value.Ttl;
import dev.cacheward.redis.AclUser;
import dev.cacheward.redis.Authentication;
import dev.cacheward.redis.Login;
import dev.cacheward.redis.Password;
import dev.cacheward.redis.client.Dialogue;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.client.RedisGateway;
import dev.cacheward.redis.client.Reply;
import dev.cacheward.redis.client.keys.SampleDialogue;
import dev.cacheward.redis.client.keys.ScanPosition;
import dev.cacheward.status.PreviousStatus;
import dev.cacheward.status.Reason;
import dev.cacheward.telemetry.ResourceKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SamplesTest {
    private static final ResourceKey PROFILE = new ResourceKey("CacheProfile", "shop", "cache");
    private static final PreviousStatus<CacheProfileStatus> NOTHING = new PreviousStatus<>(Optional.empty());
    private static final Optional<Target> SERVER = Optional.of(
            new Target(new RedisAddress("one", 6379), new Login(AclUser.APPLICATION, new Password("secret"))));
    private static final Samples.Question QUESTION = new Samples.Question(
            List.of(new KeyspaceRule("cache:", "users", Ttl.parse("60s").fold(ttl -> ttl, problem -> {
                throw new AssertionError(problem);
            }))),
            "");

    private final HygieneThreads threads = new HygieneThreads();
    private final Samples samples = new Samples(new EndlessKeys(), threads, (profile, info) -> {});

    @AfterEach
    void close() {
        threads.close();
    }

    @Test
    void whatALookHasFoundIsTakenUpAlsoWhileTheSpecIsInvalid() {
        // Given
        samples.look(PROFILE, QUESTION, NOTHING, SERVER, Instant.EPOCH);

        // When
        keepUntilTheLookHasEnded();

        // Then
        assertThat(samples.keep(PROFILE, NOTHING).orElseThrow().reason()).isEqualTo(Reason.KEYS_NEVER_EXPIRE);
    }

    @Test
    void theHitsOfLooksAddUpAndAreNotKnownWhileThereIsOne() {
        // Given
        samples.look(PROFILE, QUESTION, NOTHING, SERVER, Instant.EPOCH);
        OptionalLong meanwhile = samples.lookups(PROFILE);
        keepUntilTheLookHasEnded();

        // When
        Samples.Question another = new Samples.Question(QUESTION.rules(), "again");
        samples.look(PROFILE, another, NOTHING, SERVER, Instant.EPOCH);
        keepUntilTheLookHasEnded();

        // Then
        assertThat(meanwhile).isEmpty();
        assertThat(samples.lookups(PROFILE)).hasValue(6);
    }

    @Test
    void aProfileThatIsGoneLeavesNothing() {
        // Given
        samples.look(PROFILE, QUESTION, NOTHING, SERVER, Instant.EPOCH);
        keepUntilTheLookHasEnded();

        // When
        samples.end(PROFILE);

        // Then
        assertThat(samples.lookups(PROFILE)).hasValue(0);
        assertThat(samples.keep(PROFILE, NOTHING)).isEmpty();
    }

    private void keepUntilTheLookHasEnded() {
        await().until(() -> {
            samples.keep(PROFILE, NOTHING);
            return !samples.isLooking(PROFILE);
        });
    }

    /** Each sample finds three keys that never expire. */
    private static final class EndlessKeys implements RedisGateway {
        @Override
        @SuppressWarnings("unchecked")
        public <T> Reply<T> ask(RedisAddress address, Authentication login, Dialogue<T> dialogue) {
            long never = SampleDialogue.Sample.ENDLESS;
            return (Reply<T>) new Reply.Answered<>(
                    new SampleDialogue.Sample(ScanPosition.start(), Map.of("cache:", List.of(never, never, never)), 3));
        }

        @Override
        public void close() {}
    }
}
