package dev.cacheward.redis.client.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.DisabledCommand;
import dev.cacheward.api.v1alpha1.PersistenceMode;
import dev.cacheward.redis.Correction;
import dev.cacheward.redis.LiveChange;
import dev.cacheward.redis.client.RawRedis;
import dev.cacheward.redis.client.RealRedis;
import dev.cacheward.redis.client.RedisBinary;
import dev.cacheward.redis.conf.SampleServerSettings;
import dev.cacheward.redis.conf.live.UserChange;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What somebody changes by hand on a real server is found, whatever words it has for it, and undone. */
class HandEditsRedisTest {
    private static final String EVERY_SERVER = "dev.cacheward.redis.client.RedisBinary#all";

    @ParameterizedTest
    @MethodSource(EVERY_SERVER)
    void theUsersOfAServerAreThoseOfItsFileWhateverTheSettings(RedisBinary binary) {
        Stream.of(
                        SampleServerSettings.defaults(),
                        SampleServerSettings.disabling(
                                PersistenceMode.NONE, Set.of(), "SLOWLOG", "CLIENT", "CLIENT|KILL"),
                        SampleServerSettings.disabling(PersistenceMode.APPEND_ONLY, Set.of(DisabledCommand.values())))
                .forEach(settings -> {
                    try (RealRedis redis = RealRedis.start(binary, settings)) {
                        assertThat(new LookedAtServer(redis).changes()).isEmpty();
                    }
                });
    }

    @ParameterizedTest
    @MethodSource(EVERY_SERVER)
    void aServerThatIsRightIsToldNothing(RedisBinary binary) {
        try (RealRedis redis = RealRedis.start(binary, SampleServerSettings.defaults())) {
            // Given
            LookedAtServer server = new LookedAtServer(redis);
            server.changes();
            long before = server.calls("acl|setuser");

            // When
            server.changes();

            // Then
            assertThat(before).isEqualTo(4);
            assertThat(server.calls("acl|setuser")).isEqualTo(before);
            assertThat(server.lines()).noneMatch(line -> line.contains("cacheward.trial"));
        }
    }

    @ParameterizedTest
    @MethodSource(EVERY_SERVER)
    void eachChangeOfAUserIsFoundAndUndone(RedisBinary binary) {
        try (RealRedis redis = RealRedis.start(binary, SampleServerSettings.defaults())) {
            LookedAtServer server = new LookedAtServer(redis);
            List<String> before = server.lines();
            Stream.of(
                            "default +flushall: default had other commands",
                            "default -get: default had other commands",
                            "default +@all: default had other commands",
                            "default resetkeys ~a: default had other keys",
                            "default resetchannels: default had other channels",
                            "default (~a +get): default had other selectors",
                            "default >more: default had a further password",
                            "default nopass: default needed no password",
                            "default off: default was switched off",
                            "default resetpass >other: default had another password",
                            "default skip-sanitize-payload: default had its payloads checked otherwise",
                            "probe +info: probe had other commands",
                            "replica ~*: replica had other keys",
                            "cacheward +@all: cacheward had other commands",
                            "mallory on nopass +@all ~*: mallory was there, though no file has it")
                    .map(row -> row.split(": "))
                    .forEach(row -> {
                        // When
                        server.asOperator(("ACL SETUSER " + row[0]).split(" "));

                        // Then
                        List<UserChange> found = server.changes();
                        assertThat(found)
                                .extracting(change -> change.name() + " " + change.words())
                                .containsExactly(row[1]);
                        server.putRight(found);
                        assertThat(server.changes()).isEmpty();
                        assertThat(server.lines()).isEqualTo(before);
                    });
        }
    }

    @ParameterizedTest
    @MethodSource(EVERY_SERVER)
    void aDeletedUserIsMadeAgain(RedisBinary binary) {
        try (RealRedis redis = RealRedis.start(binary, SampleServerSettings.defaults())) {
            // Given
            LookedAtServer server = new LookedAtServer(redis);
            server.asOperator("ACL", "DELUSER", "probe");

            // When
            List<UserChange> found = server.changes();
            server.putRight(found);

            // Then
            assertThat(found).containsExactly(new UserChange("probe", "was missing", false));
            try (RawRedis probe = new RawRedis(redis.address(), redis.probe())) {
                assertThat(probe.ask("PING")).isEqualTo("PONG");
            }
        }
    }

    @ParameterizedTest
    @MethodSource(EVERY_SERVER)
    void anOperatorThatMayDoLessGivesItselfItsRightsBack(RedisBinary binary) {
        try (RealRedis redis = RealRedis.start(binary, SampleServerSettings.defaults())) {
            // Given
            LookedAtServer server = new LookedAtServer(redis);
            server.asOperator("ACL", "SETUSER", "cacheward", "-acl|list", "-replicaof");

            // When
            List<UserChange> found = server.changes();
            server.putRight(found);

            // Then
            assertThat(found).containsExactly(UserChange.operatorMayDoLess());
            assertThat(server.changes()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(EVERY_SERVER)
    void aTrialUserThatAnEndedOperatorLeftIsNoChangeAndGoes(RedisBinary binary) {
        try (RealRedis redis = RealRedis.start(binary, SampleServerSettings.defaults())) {
            // Given
            LookedAtServer server = new LookedAtServer(redis);
            server.changes();
            server.asOperator("ACL", "SETUSER", "cacheward.trial.default", "+get");

            // Then
            assertThat(server.changes()).isEmpty();
            assertThat(server.lines()).noneMatch(line -> line.contains("cacheward.trial"));
        }
    }

    @ParameterizedTest
    @MethodSource(EVERY_SERVER)
    void aServerThatWasMadeAReplicaSaysWhoseAndTakesWritesAgain(RedisBinary binary) {
        try (RealRedis redis = RealRedis.start(binary, SampleServerSettings.defaults())) {
            // Given
            LookedAtServer server = new LookedAtServer(redis);
            assertThat(server.look().primary()).isEmpty();
            server.asOperator("REPLICAOF", "127.0.0.1", "1");

            // When
            Optional<String> primary = server.look().primary().map(address -> address.host() + ":" + address.port());
            server.tell(new Correction(new LiveChange(new TreeMap<>(), List.of()), List.of(), true));

            // Then
            assertThat(primary).contains("127.0.0.1:1");
            assertThat(server.look().primary()).isEmpty();
        }
    }
}
