package dev.cacheward.redis.client.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.redis.client.LettuceGateway;
import dev.cacheward.redis.client.RawRedis;
import dev.cacheward.redis.client.RealRedis;
import dev.cacheward.redis.client.RedisBinary;
import dev.cacheward.redis.client.RedisGateway;
import dev.cacheward.redis.conf.SampleServerSettings;
import dev.cacheward.status.Cause;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Deleting by pattern on a real server, as the application's user. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PurgeDialogueRedisTest {
    /** Does all that it may in one slice, however slow the machine is. */
    private static final Pace QUICK = new Pace(100, 0, Duration.ZERO, Duration.ZERO, Duration.ofMinutes(1));

    private final RedisGateway gateway = new LettuceGateway(Duration.ofSeconds(20));
    private RealRedis redis;
    private RawRedis application;

    @BeforeAll
    void start() {
        redis = RealRedis.start(RedisBinary.find(), SampleServerSettings.defaults());
        application = new RawRedis(redis.address(), redis.application());
    }

    @BeforeEach
    void empty() {
        application.ask(
                "EVAL",
                "for _, k in ipairs(redis.call('SCAN', 0, 'COUNT', 100000)[2]) do redis.call('DEL', k) end",
                "0");
    }

    @AfterAll
    void stop() {
        application.close();
        redis.close();
        gateway.close();
    }

    @Test
    void theKeysThatMatchAreGoneAndAllOthersStay() {
        // Given
        many("cache:dataset:", 1_234);
        many("cache:user:", 10);

        // When
        PurgeDialogue.Slice slice = purge("cache:dataset:*");

        // Then
        assertThat(slice.whole()).isTrue();
        assertThat(slice.deleted()).isEqualTo(1_234);
        assertThat(slice.trouble()).isEmpty();
        assertThat(application.ask("DBSIZE")).isEqualTo(10L);
    }

    @Test
    void theOperatorsOwnKeysStayWhicheverPatternReachesThem() {
        // Given
        set("cacheward:check:1");
        set("cache:1");

        // When
        PurgeDialogue.Slice slice = purge("cache*");

        // Then
        assertThat(slice.deleted()).isEqualTo(1);
        assertThat(application.ask("EXISTS", "cacheward:check:1")).isEqualTo(1L);
    }

    @Test
    void anEscapedWildcardIsALiteral() {
        // Given
        set("a*b");
        set("axb");

        // When
        PurgeDialogue.Slice slice = purge("a\\*b");

        // Then
        assertThat(slice.deleted()).isEqualTo(1);
        assertThat(application.ask("EXISTS", "axb")).isEqualTo(1L);
    }

    @Test
    void namesMayBeAnyBytes() {
        // Given
        assertThat(application.ask(
                        "EVAL",
                        "redis.call('SET', 'cache:\\172\\237\\255\\0\\r\\n', 1) redis.call('SET', 'cache:\\195\\188', 1) return redis.call('DBSIZE')",
                        "0"))
                .isEqualTo(2L);

        // When
        PurgeDialogue.Slice binary = purge("cache:?\u009f*");
        PurgeDialogue.Slice text = purge("cache:ü");

        // Then
        assertThat(binary.deleted())
                .as("a name of bytes that are no text is not met by text")
                .isZero();
        assertThat(text.deleted()).isEqualTo(1);
        assertThat(purge("cache:*").deleted()).isEqualTo(1);
        assertThat(application.ask("DBSIZE")).isEqualTo(0L);
    }

    @Test
    void itEndsAtTheNextStepOnceItMayNotGoOnAndGoesOnFromThere() {
        // Given
        many("cache:", 5_000);
        AtomicInteger steps = new AtomicInteger();

        // When
        PurgeDialogue.Slice first = purge(ScanPosition.start(), () -> steps.incrementAndGet() <= 3);
        PurgeDialogue.Slice second = purge(first.next(), () -> true);

        // Then
        assertThat(first.whole()).isFalse();
        assertThat(first.deleted()).isBetween(1L, 1_000L);
        assertThat(second.whole()).isTrue();
        assertThat(first.deleted() + second.deleted()).isEqualTo(5_000);
    }

    @Test
    void anotherProcessIsWalkedFromItsFirstKey() {
        // Given
        many("cache:", 2_000);
        ScanPosition elsewhere = new ScanPosition("another process", "777");

        // When
        PurgeDialogue.Slice slice = purge(elsewhere, () -> true);

        // Then
        assertThat(slice.deleted()).isEqualTo(2_000);
    }

    @Test
    void aServerThatTakesNoWritesIsToldAndWhatWasDoneCounts() {
        // Given
        many("cache:", 10);
        application.ask("EVAL", "return 1", "0");
        try (RawRedis operator = new RawRedis(redis.address(), redis.operator())) {
            operator.ask("REPLICAOF", "127.0.0.1", "1");

            // When
            PurgeDialogue.Slice slice = purge("cache:*");
            operator.ask("REPLICAOF", "NO", "ONE");

            // Then
            assertThat(slice.whole()).isFalse();
            assertThat(slice.trouble().map(Cause::message).orElseThrow()).contains("UNLINK");
            assertThat(application.ask("DBSIZE")).isEqualTo(10L);
        }
    }

    private PurgeDialogue.Slice purge(String pattern) {
        return gateway.ask(
                        redis.address(),
                        redis.application(),
                        new PurgeDialogue(ScanPosition.start(), pattern, QUICK, () -> true))
                .fold(slice -> slice, cause -> {
                    throw new AssertionError(cause);
                });
    }

    private PurgeDialogue.Slice purge(ScanPosition from, BooleanSupplier goesOn) {
        return gateway.ask(redis.address(), redis.application(), new PurgeDialogue(from, "cache:*", QUICK, goesOn))
                .fold(slice -> slice, cause -> {
                    throw new AssertionError(cause);
                });
    }

    private void set(String key) {
        application.ask("SET", key, "1");
    }

    private void many(String prefix, int keys) {
        application.ask(
                "EVAL",
                "for i = 1, ARGV[2] do redis.call('SET', ARGV[1] .. i, 1) end",
                "0",
                prefix,
                String.valueOf(keys));
    }
}
