package dev.cacheward.redis.client.external;

import static dev.cacheward.redis.client.external.Capability.EVAL;
import static dev.cacheward.redis.client.external.Capability.INFO;
import static dev.cacheward.redis.client.external.Capability.PUBLISH;
import static dev.cacheward.redis.client.external.Capability.TTL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.redis.Authentication;
import dev.cacheward.redis.Connection;
import dev.cacheward.redis.Login;
import dev.cacheward.redis.Password;
import dev.cacheward.redis.client.RawRedis;
import dev.cacheward.redis.client.ServerInfo;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Real servers, each set up as services do, pass the check with what they offer. */
class ForeignServersRedisTest {
    private static final Authentication PASSWORD = new Authentication.PasswordOnly(new Password("secret"));
    private static final Authentication USER = new Login("default", new Password("secret"));
    private static final Authentication NONE = new Authentication.None();

    private final ExternalAsking asking = new ExternalAsking();

    @AfterEach
    void close() {
        asking.close();
    }

    @Test
    void aServerWithARequiredPasswordOffersEverything() {
        // Given
        try (ForeignRedis redis = ForeignRedis.start("--requirepass", "secret", "--maxmemory-policy", "noeviction")) {
            // When
            ExternalAnswer answer = asking.answer(asking.endpoint(redis, PASSWORD));
            // Then
            assertThat(answer.capabilities()).containsExactlyInAnyOrder(TTL, EVAL, PUBLISH, INFO);
            assertThat(answer.open()).isFalse();
            assertThat(answer.evictionPolicy()).contains("noeviction");
            assertThat(answer.info().flatMap(ServerInfo::ping)).isPresent();
        }
    }

    @Test
    void theCheckLeavesNoKeyBehind() {
        // Given
        try (ForeignRedis redis = ForeignRedis.start()) {
            // When
            asking.answer(asking.endpoint(redis, NONE));
            // Then
            try (RawRedis raw = new RawRedis(redis.address())) {
                assertThat(raw.ask("DBSIZE")).isEqualTo(0L);
            }
        }
    }

    @Test
    void commandsThatAreRenamedAwayAndThatTheCheckNeedsNotAreNotMissed() {
        // Given: as Memorystore and Aiven do
        try (ForeignRedis redis = ForeignRedis.start(
                renamed("CONFIG", "ACL", "CLIENT", "COMMAND", "CLUSTER", "DEBUG", "ROLE", "SELECT", "HELLO"))) {
            // When
            ExternalAnswer answer = asking.answer(asking.endpoint(redis, NONE));
            // Then
            assertThat(answer.capabilities()).containsExactlyInAnyOrder(TTL, EVAL, PUBLISH, INFO);
        }
    }

    @Test
    void whatOnlySomeApplicationsNeedMayBeMissing() {
        // Given: as OVH does, and more
        try (ForeignRedis redis = ForeignRedis.start(renamed("EVAL", "PUBLISH", "INFO"))) {
            // When
            ExternalAnswer answer = asking.answer(asking.endpoint(redis, NONE));
            // Then
            assertThat(answer.capabilities()).containsExactly(TTL);
            assertThat(answer.info()).isEmpty();
            assertThat(answer.evictionPolicy()).isEmpty();
        }
    }

    @Test
    void aCommandThatEveryApplicationNeedsIsMissed() {
        // Given
        try (ForeignRedis redis = ForeignRedis.start(renamed("DEL"))) {
            // When
            Cause failure = asking.failure(asking.endpoint(redis, NONE));
            // Then
            assertThat(failure.reason()).isEqualTo(Reason.CAPABILITY_MISSING);
            assertThat(failure.message()).contains("does not offer DEL");
        }
    }

    @Test
    void aUserOfSomeKeysAlonePassesUnderItsPrefix() {
        // Given
        try (ForeignRedis redis = ForeignRedis.start(
                "--user", "app", "on", ">secret", "~app:*", "&app:*", "+@all", "--user", "default", "off")) {
            ExternalEndpoint endpoint = asking.endpoint(redis, new Login("app", new Password("secret")));
            // When
            Cause elsewhere = asking.failure(endpoint);
            ExternalAnswer there =
                    asking.answer(new ExternalEndpoint(endpoint.connection(), false, "app:cacheward:check:"));
            // Then
            assertThat(elsewhere.reason()).isEqualTo(Reason.NO_PERMISSION);
            assertThat(elsewhere.message()).contains("check.keyPrefix");
            assertThat(there.capabilities()).containsExactlyInAnyOrder(TTL, EVAL, PUBLISH, INFO);
        }
    }

    @Test
    void aUserThatMayNotPublishLacksThatAlone() {
        // Given
        try (ForeignRedis redis =
                ForeignRedis.start("--user", "default", "on", ">secret", "~*", "resetchannels", "+@all")) {
            // When
            ExternalAnswer answer = asking.answer(asking.endpoint(redis, USER));
            // Then
            assertThat(answer.capabilities()).containsExactlyInAnyOrder(TTL, EVAL, INFO);
        }
    }

    @Test
    void aServerOfOneDatabaseHasNoOther() {
        // Given
        try (ForeignRedis redis = ForeignRedis.start("--databases", "1")) {
            // When
            Cause failure = asking.failure(database(redis, 1));
            // Then
            assertThat(failure.reason()).isEqualTo(Reason.CAPABILITY_MISSING);
            assertThat(failure.message()).contains("0 in database");
        }
    }

    @Test
    void theKeysAreInTheDatabaseOfTheSpec() {
        // Given
        try (ForeignRedis redis =
                        ForeignRedis.start("--maxmemory-policy", "noeviction", "--notify-keyspace-events", "KEA");
                RawRedis listener = new RawRedis(redis.address())) {
            listener.ask("SUBSCRIBE", "__keyevent@3__:set");
            // When
            asking.answer(database(redis, 3));
            // Then: an event of that database has come, which the next reply would otherwise be
            assertThat(String.valueOf(listener.ask("UNSUBSCRIBE"))).contains("__keyevent@3__:set", "message");
        }
    }

    @Test
    void aServerThatClosesIdleConnectionsSoonIsFine() {
        // Given: as Aiven does, in shorter time
        try (ForeignRedis redis = ForeignRedis.start("--timeout", "2")) {
            // When, Then
            assertThat(asking.answer(asking.endpoint(redis, NONE)).capabilities())
                    .hasSize(4);
        }
    }

    private static ExternalEndpoint database(ForeignRedis redis, int number) {
        Connection connection = new Connection("127.0.0.1", redis.port(), NONE, Optional.of(number), Optional.empty());
        return new ExternalEndpoint(connection, false, ExternalAsking.PREFIX);
    }

    private static String[] renamed(String... commands) {
        return Stream.of(commands)
                .flatMap(command -> Stream.of("--rename-command", command, ""))
                .toArray(String[]::new);
    }
}
