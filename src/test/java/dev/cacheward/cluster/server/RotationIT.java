package dev.cacheward.cluster.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cluster.rig.EditedProfile;
import dev.cacheward.cluster.rig.LiveRedis;
import dev.cacheward.cluster.rig.ReloadingClients;
import dev.cacheward.cluster.rig.ResourceManifests;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.redis.Login;
import dev.cacheward.redis.client.RawRedis;
import dev.cacheward.status.ConditionType;
import java.time.Duration;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A password changes while applications use it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RotationIT {
    private static final int CLIENTS = 50;
    private static final Duration RELOAD = Duration.ofSeconds(15);

    private TestNamespace namespace;

    @BeforeAll
    void open() {
        namespace = new TestNamespace("rotation");
    }

    @AfterAll
    void delete() {
        namespace.close();
    }

    @Test
    void whoReadsTheSecretAgainWithinTheGracePeriodSeesNoFailedCommand() {
        // Given
        EditedProfile profile = new EditedProfile(namespace, "asked");
        profile.applyAndAwaitReady("{auth: {rotationGracePeriod: 30s}}");
        LiveRedis redis = profile.redis();
        Login former = redis.application();
        try (RawRedis forgetful = new RawRedis(redis.address(), former);
                ReloadingClients clients = new ReloadingClients(CLIENTS, redis.address(), redis::application, RELOAD)) {
            TestNamespace.patiently().until(() -> clients.commands() > 1_000);
            String pod = profile.podUid();
            // When
            profile.annotate("cacheward.dev/rotate", "1");
            // Then
            TestNamespace.patiently().until(() -> !redis.application().equals(former));
            TestNamespace.patiently()
                    .until(() -> namespace.message("asked", ConditionType.READY).contains("The former password"));
            awaitEnd().until(() -> isRefused(redis, former));
            long then = clients.commands();
            TestNamespace.patiently().until(() -> clients.commands() > then + 1_000);
            assertThat(clients.failures()).isEmpty();
            assertThat(isCut(forgetful)).isTrue();
            assertThat(profile.podUid()).isEqualTo(pod);
        }
    }

    @Test
    void theOperatorsOwnPasswordsChangeToo() {
        // Given
        EditedProfile profile = new EditedProfile(namespace, "own");
        profile.applyAndAwaitReady("{auth: {rotationGracePeriod: 0s}}");
        String operator = namespace.secret("own-redis-server", "operator-password");
        String probe = namespace.secret("own-redis-server", "probe-password");
        // When
        profile.annotate("cacheward.dev/rotate", "1");
        // Then
        awaitEnd()
                .until(() -> !namespace
                                .secret("own-redis-server")
                                .getData()
                                .keySet()
                                .toString()
                                .contains("next-")
                        && !namespace
                                .secret("own-redis-server", "operator-password")
                                .equals(operator));
        awaitEnd().until(() -> !namespace.secret("own-redis-server").getData().containsKey("past-passwords"));
        assertThat(namespace.secret("own-redis-server", "probe-password")).isNotEqualTo(probe);
        assertThat(profile.redis().asProbe("PING")).isEqualTo("PONG");
        assertThat(profile.redis().asOperator("PING")).isEqualTo("PONG");
        profile.awaitReady();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"it's \\\"quoted\\\" #>~*", "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn"})
    void theAuthorsOwnPasswordChangesWithoutANewPod(String password) {
        // Given
        String name = "mine" + password.length();
        namespace.apply(ResourceManifests.secret(name, "password", "first"));
        EditedProfile profile = new EditedProfile(namespace, name);
        profile.applyAndAwaitReady("{auth: {passwordFrom: {name: %s, key: password}}}".formatted(name));
        Login former = profile.redis().application();
        String pod = profile.podUid();
        // When
        namespace.apply(ResourceManifests.secret(name, "password", password));
        profile.annotate("cacheward.dev/reconcile", "1");
        // Then
        TestNamespace.patiently().until(() -> !profile.redis().application().equals(former));
        assertThat(profile.redis().asApplication("PING")).isEqualTo("PONG");
        assertThat(isRefused(profile.redis(), former)).isFalse();
        assertThat(profile.podUid()).isEqualTo(pod);
    }

    private static ConditionFactory awaitEnd() {
        return TestNamespace.patiently().atMost(Duration.ofMinutes(6));
    }

    private static boolean isRefused(LiveRedis redis, Login login) {
        try (RawRedis connection = new RawRedis(redis.address())) {
            return String.valueOf(connection.ask(
                            "AUTH", login.username(), login.password().value()))
                    .startsWith("-WRONGPASS");
        }
    }

    private static boolean isCut(RawRedis connection) {
        try {
            return !"PONG".equals(connection.ask("PING"));
        } catch (RuntimeException e) {
            return true;
        }
    }
}
