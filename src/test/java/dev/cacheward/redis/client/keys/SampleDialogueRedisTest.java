package dev.cacheward.redis.client.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.redis.client.LettuceGateway;
import dev.cacheward.redis.client.RawRedis;
import dev.cacheward.redis.client.RealRedis;
import dev.cacheward.redis.client.RedisBinary;
import dev.cacheward.redis.client.RedisGateway;
import dev.cacheward.redis.conf.SampleServerSettings;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Looking at the lives of keys on a real server, as the application's user. */
class SampleDialogueRedisTest {
    private static final long MINUTE = 60_000;

    /** Does all that it may in one slice, however slow the machine is. */
    private static final Pace QUICK = new Pace(100, 0, Duration.ZERO, Duration.ZERO, Duration.ofMinutes(1));

    private final RedisGateway gateway = new LettuceGateway(Duration.ofSeconds(20));
    private RealRedis redis;
    private RawRedis application;

    @BeforeEach
    void start() {
        redis = RealRedis.start(RedisBinary.find(), SampleServerSettings.defaults());
        application = new RawRedis(redis.address(), redis.application());
    }

    @AfterEach
    void stop() {
        application.close();
        redis.close();
        gateway.close();
    }

    @Test
    void aKeyCountsForTheLongestPrefixThatItBeginsWith() {
        // Given
        application.ask("SET", "cache:1", "", "EX", "60");
        application.ask("SET", "cache:user:1", "");
        application.ask("SET", "other", "");

        // When
        SampleDialogue.Sample sample = look(ScanPosition.start(), "cache:", "cache:user:", "none:");

        // Then
        assertThat(sample.millis().get("cache:"))
                .singleElement()
                .satisfies(life -> assertThat(life).isBetween(1L, MINUTE));
        assertThat(sample.millis().get("cache:user:")).containsExactly(SampleDialogue.Sample.ENDLESS);
        assertThat(sample.millis().get("none:")).isEmpty();
    }

    @Test
    void wildcardsInAPrefixAreLiterals() {
        // Given
        for (String key : List.of("a*?[b]^\\c", "axx", "a*?bc")) {
            application.ask("SET", key, "");
        }

        // When
        SampleDialogue.Sample sample = look(ScanPosition.start(), "a*?[b]^\\");

        // Then
        assertThat(sample.millis().get("a*?[b]^\\")).hasSize(1);
    }

    @Test
    void ofALargeKeyspaceEachLookSeesOtherKeysUntilAllWereSeen() {
        // Given
        application.ask("EVAL", "for i = 1, 25000 do redis.call('SET', 'cache:' .. i, '') end", "0");

        // When
        SampleDialogue.Sample first = look(ScanPosition.start(), "cache:");
        SampleDialogue.Sample second = look(first.next(), "cache:");
        SampleDialogue.Sample third = look(second.next(), "cache:");

        // Then
        assertThat(first.millis().get("cache:")).hasSizeBetween(SampleDialogue.ASKED, SampleDialogue.ASKED + 200);
        assertThat(List.of(first.next().cursor(), second.next().cursor()))
                .doesNotContain("0")
                .doesNotHaveDuplicates();
        assertThat(third.next().cursor()).isEqualTo("0");
    }

    @Test
    void nothingOnTheServerChanges() {
        // Given
        application.ask("SET", "cache:1", "", "EX", "60");
        application.ask("SET", "cache:2", "");
        Object before = application.ask(
                "EVAL",
                "return redis.sha1hex(table.concat({redis.call('GET', 'cache:1'), redis.call('DBSIZE')}))",
                "0");

        // When
        look(ScanPosition.start(), "cache:");

        // Then
        assertThat(application.ask(
                        "EVAL",
                        "return redis.sha1hex(table.concat({redis.call('GET', 'cache:1'), redis.call('DBSIZE')}))",
                        "0"))
                .isEqualTo(before);
        assertThat(application.ask("TTL", "cache:2")).isEqualTo(-1L);
    }

    @Test
    void itTellsHowManyHitsTheServerHasCountedForIt() {
        // Given
        application.ask("SET", "cache:1", "", "EX", "60");
        application.ask("SET", "cache:2", "");

        // When
        SampleDialogue.Sample sample = look(ScanPosition.start(), "cache:");

        // Then
        assertThat(sample.lookups()).isEqualTo(3);
        assertThat((String) application.ask("INFO", "stats")).contains("keyspace_hits:" + sample.lookups() + "\r\n");
    }

    private SampleDialogue.Sample look(ScanPosition from, String... prefixes) {
        return gateway.ask(
                        redis.address(),
                        redis.application(),
                        new SampleDialogue(from, List.of(prefixes), QUICK, () -> true))
                .fold(sample -> sample, cause -> {
                    throw new AssertionError(cause);
                });
    }
}
