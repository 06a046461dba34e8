package dev.cacheward.redis.conf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.DisabledCommand;
import dev.cacheward.api.v1alpha1.PersistenceMode;
import dev.cacheward.redis.client.RawRedis;
import dev.cacheward.redis.client.RealRedis;
import dev.cacheward.redis.client.RedisBinary;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may do what on a real server that started from the rendered files. */
class AclRedisTest {
    private static final String EVERY_SERVER = "dev.cacheward.redis.client.RedisBinary#all";

    @ParameterizedTest
    @MethodSource(EVERY_SERVER)
    void aStrangerMayDoNothing(RedisBinary binary) {
        // Given
        try (RealRedis redis = RealRedis.start(binary, SampleServerSettings.defaults());
                RawRedis stranger = new RawRedis(redis.address())) {
            for (String command : List.of("PING", "INFO", "GET", "CONFIG")) {
                // When
                Object reply = stranger.ask(command, "x");
                // Then
                assertThat(String.valueOf(reply)).containsPattern("^-(NOAUTH|ERR unknown command)");
            }
        }
    }

    @ParameterizedTest
    @MethodSource(EVERY_SERVER)
    void theProbeMayPingAndNothingElse(RedisBinary binary) {
        // Given
        try (RealRedis redis = RealRedis.start(binary, SampleServerSettings.defaults());
                RawRedis probe = new RawRedis(redis.address(), redis.probe())) {
            for (String command :
                    List.of("INFO", "GET x", "SUBSCRIBE x", "ACL WHOAMI", redis.configAlias() + " GET dir")) {
                // When
                Object reply = probe.ask(command.split(" "));
                // Then
                assertThat(String.valueOf(reply)).as(command).startsWith("-NOPERM");
            }
            assertThat(probe.ask("PING")).isEqualTo("PONG");
        }
    }

    @ParameterizedTest
    @MethodSource(EVERY_SERVER)
    void theOperatorMayDoNothingWithTheData(RedisBinary binary) {
        // Given
        try (RealRedis redis = RealRedis.start(binary, SampleServerSettings.defaults());
                RawRedis operator = new RawRedis(redis.address(), redis.operator())) {
            for (String command :
                    List.of("GET x", "SET cacheward:x 1", "FLUSHALL", "SHUTDOWN NOSAVE", "ACL SAVE", "ACL GENPASS")) {
                // When
                Object reply = operator.ask(command.split(" "));
                // Then
                assertThat(String.valueOf(reply)).as(command).containsPattern("^-(NOPERM|ERR unknown command)");
            }
        }
    }

    @ParameterizedTest
    @MethodSource(EVERY_SERVER)
    void theApplicationReachesNothingAdministrative(RedisBinary binary) {
        // Given
        try (RealRedis redis = RealRedis.start(binary, SampleServerSettings.defaults());
                RawRedis application = new RawRedis(redis.address(), redis.application())) {
            List<String> refused = List.of(
                    "CONFIG GET dir",
                    redis.configAlias() + " GET dir",
                    redis.configAlias() + " SET requirepass x",
                    "FLUSHDB",
                    "FLUSHALL",
                    "KEYS *",
                    "SHUTDOWN NOSAVE",
                    "DEBUG SLEEP 0",
                    "MONITOR",
                    "SWAPDB 0 1",
                    "ACL LIST",
                    "ACL SETUSER default nopass",
                    "ACL GETUSER cacheward",
                    "MODULE LIST",
                    "MODULE LOAD /x",
                    "REPLICAOF NO ONE",
                    "SLAVEOF NO ONE",
                    "FAILOVER",
                    "PSYNC ? -1",
                    "SYNC",
                    "REPLCONF ack 0",
                    "BGSAVE",
                    "SAVE",
                    "BGREWRITEAOF",
                    "LASTSAVE",
                    "CLIENT KILL TYPE normal",
                    "CLIENT PAUSE 1",
                    "LATENCY RESET",
                    "SLOWLOG GET",
                    "MIGRATE h 1 k 0 1",
                    "RESTORE k 0 x",
                    "CLUSTER RESET");
            for (String command : refused) {
                // When
                Object reply = application.ask(command.split(" "));
                // Then
                assertThat(String.valueOf(reply))
                        .as(command)
                        .containsPattern("^-(NOPERM|ERR unknown command|ERR (DEBUG|MODULE) command not allowed)");
            }
        }
    }

    @ParameterizedTest
    @MethodSource(EVERY_SERVER)
    void theApplicationDoesWhatLibrariesDo(RedisBinary binary) {
        // Given
        try (RealRedis redis = RealRedis.start(binary, SampleServerSettings.defaults());
                RawRedis application = new RawRedis(redis.address(), redis.application())) {
            List<String> fine = List.of(
                    "HELLO 2",
                    "CLIENT SETNAME app",
                    "CLIENT LIST",
                    "CLIENT ID",
                    "INFO",
                    "ROLE",
                    "DBSIZE",
                    "SCAN 0",
                    "SELECT 1",
                    "LPUSH l 2 1",
                    "SORT l",
                    "SORT_RO l",
                    "MEMORY USAGE l",
                    "OBJECT ENCODING l",
                    "COMMAND COUNT",
                    "WAIT 0 1",
                    "EVAL return(1) 0",
                    "SCRIPT EXISTS x",
                    "FUNCTION LIST",
                    "XADD s * a 1",
                    "MULTI",
                    "EXEC",
                    "ACL WHOAMI",
                    "PUBSUB CHANNELS",
                    "UNLINK l",
                    "SETEX k 9 v",
                    "PSUBSCRIBE *");
            for (String command : fine) {
                // When
                Object reply = application.ask(command.split(" "));
                // Then
                assertThat(String.valueOf(reply)).as(command).doesNotStartWith("-");
            }
        }
    }

    @ParameterizedTest
    @MethodSource(EVERY_SERVER)
    void aCommandOffTheDisabledListWorksAgain(RedisBinary binary) {
        // Given
        try (RealRedis redis = RealRedis.start(binary, SampleServerSettings.disabling(PersistenceMode.NONE, Set.of()));
                RawRedis application = new RawRedis(redis.address(), redis.application())) {
            for (String command : List.of("KEYS *", "FLUSHDB", "FLUSHALL", "CONFIG GET dir")) {
                // When
                Object reply = application.ask(command.split(" "));
                // Then
                assertThat(String.valueOf(reply)).as(command).doesNotStartWith("-");
            }
        }
    }

    @ParameterizedTest
    @MethodSource(EVERY_SERVER)
    void anAllowedCommandWorksAndADisabledOneBeatsIt(RedisBinary binary) {
        // Given
        ServerSettings settings = SampleServerSettings.disabling(
                PersistenceMode.APPEND_ONLY, Set.of(DisabledCommand.SORT), "sort", "MONITOR", "Client|Kill", "latency");
        try (RealRedis redis = RealRedis.start(binary, settings);
                RawRedis application = new RawRedis(redis.address(), redis.application())) {
            // When
            Object sort = application.ask("SORT", "l");
            Object kill = application.ask("CLIENT", "KILL", "TYPE", "pubsub");
            Object latency = application.ask("LATENCY", "LATEST");
            Object monitor = application.ask("MONITOR");
            // Then
            assertThat(String.valueOf(sort)).startsWith("-NOPERM");
            assertThat(kill).isEqualTo(0L);
            assertThat(latency).isEqualTo(List.of());
            assertThat(monitor).isEqualTo("OK");
        }
    }
}
