package dev.cacheward.redis.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cacheward.api.v1alpha1.DisabledCommand;
import dev.cacheward.api.v1alpha1.PersistenceMode;
import dev.cacheward.redis.client.CheckDialogue;
import dev.cacheward.redis.client.LongTimeout;
import dev.cacheward.redis.client.RawRedis;
import dev.cacheward.redis.client.RealRedis;
import dev.cacheward.redis.client.RedisBinary;
import dev.cacheward.redis.client.RedisGateway;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real servers start from the rendered files, whatever is disabled and allowed. */
class RenderedFilesRedisTest {
    private static final String EVERY_SERVER = "dev.cacheward.redis.client.RedisBinary#all";

    @ParameterizedTest
    @MethodSource(EVERY_SERVER)
    void everyServerStartsWithEveryCommandDisabledInEveryMode(RedisBinary binary) {
        for (PersistenceMode mode : PersistenceMode.values()) {
            // Given
            ServerSettings all = SampleServerSettings.disabling(mode, EnumSet.allOf(DisabledCommand.class));
            // When
            try (RealRedis redis = RealRedis.start(binary, all);
                    RawRedis application = new RawRedis(redis.address(), redis.application())) {
                // Then
                for (DisabledCommand command : DisabledCommand.values()) {
                    assertThat(String.valueOf(application.ask(complete(command, application))))
                            .as("%s in mode %s", command, mode)
                            .containsPattern("^-(ERR unknown command|NOPERM)");
                }
                try (RedisGateway gateway = LongTimeout.gateway()) {
                    assertThat(gateway.ask(redis.address(), redis.application(), new CheckDialogue())
                                    .failure())
                            .isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource(EVERY_SERVER)
    void everyCommandThatMayBeAllowedIsTakenByEveryServer(RedisBinary binary) {
        // Given
        String[] all = CatalogueFile.rows("commands.csv", 2).stream()
                .map(row -> row.get(0).toUpperCase(Locale.ROOT))
                .filter(name ->
                        AllowedCommands.check("f", List.of(name), Set.of()).isEmpty())
                .toArray(String[]::new);
        // When
        try (RealRedis redis =
                        RealRedis.start(binary, SampleServerSettings.disabling(PersistenceMode.NONE, Set.of(), all));
                RawRedis application = new RawRedis(redis.address(), redis.application())) {
            // Then
            assertThat(all).hasSizeGreaterThan(250);
            assertThat(application.ask("SWAPDB", "0", "1")).isEqualTo("OK");
            assertThat(application.ask("CLIENT", "NO-EVICT", "off")).isEqualTo("OK");
        }
    }

    @ParameterizedTest
    @MethodSource(EVERY_SERVER)
    void anAppendOnlyFileWithACommandThatIsDisabledLaterStillLoads(RedisBinary binary) {
        // Given
        ServerSettings open = SampleServerSettings.disabling(PersistenceMode.APPEND_ONLY, Set.of());
        ServerSettings closed =
                SampleServerSettings.disabling(PersistenceMode.APPEND_ONLY, EnumSet.allOf(DisabledCommand.class));
        try (RealRedis redis = RealRedis.start(binary, open)) {
            try (RawRedis application = new RawRedis(redis.address(), redis.application())) {
                Arrays.asList(
                                "SET k v",
                                "FLUSHDB",
                                "FLUSHALL",
                                "LPUSH l 2 1",
                                "SORT l STORE m",
                                "MOVE m 1",
                                "SET kept 1")
                        .forEach(command -> assertThat(String.valueOf(application.ask(command.split(" "))))
                                .doesNotStartWith("-"));
                application.ask(
                        "FUNCTION", "LOAD", "#!lua name=f\nredis.register_function('f', function() return 1 end)");
                // While an fsync goes on, a write to the file may wait for up to two seconds.
                await().atMost(LongTimeout.LONG)
                        .until(() -> String.valueOf(application.ask("INFO", "persistence"))
                                .contains("aof_buffer_length:0\r"));
            }
            // When
            redis.restart(closed);
            // Then
            try (RawRedis application = new RawRedis(redis.address(), redis.application())) {
                assertThat(application.ask("GET", "kept")).isEqualTo("1");
                assertThat(String.valueOf(application.ask("FLUSHDB"))).startsWith("-NOPERM");
            }
        }
    }

    @ParameterizedTest
    @MethodSource(EVERY_SERVER)
    void theWriteCommandsAreThoseThatTheServerSaysAre(RedisBinary binary) {
        // Given
        try (RealRedis redis = RealRedis.start(binary, SampleServerSettings.disabling(PersistenceMode.NONE, Set.of()));
                RawRedis application = new RawRedis(redis.address(), redis.application())) {
            for (DisabledCommand command : DisabledCommand.values()) {
                // When: the flags of the command and of its sub-commands
                String info = String.valueOf(application.ask("COMMAND", "INFO", command.name()));
                // Then
                if (info.matches("(?s).*[\\[ ]write[,\\]].*")) {
                    ServerSettings disabling =
                            SampleServerSettings.disabling(PersistenceMode.APPEND_ONLY, EnumSet.of(command));
                    assertThat(CommandsConf.render(disabling, "alias"))
                            .as(command.name())
                            .isEmpty();
                }
            }
        }
    }

    /** With as many words as the server wants before it looks at the rights. */
    private static String[] complete(DisabledCommand command, RawRedis redis) {
        if (command == DisabledCommand.FUNCTION || command == DisabledCommand.CLUSTER) {
            return new String[] {command.name(), "HELP"};
        }
        List<?> info = (List<?>) redis.ask("COMMAND", "INFO", command.name());
        long words = info.get(0) instanceof List<?> details ? Math.abs((Long) details.get(1)) : 1;
        return Stream.concat(
                        Stream.of(command.name()), Stream.generate(() -> "1").limit(words - 1))
                .toArray(String[]::new);
    }
}
