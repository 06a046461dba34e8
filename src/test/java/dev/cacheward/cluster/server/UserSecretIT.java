package dev.cacheward.cluster.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.cacheward.cluster.rig.ApplicationConnection;
import dev.cacheward.cluster.rig.ResourceManifests;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.Secret;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A password that the author keeps in a Secret of their own. */
class UserSecretIT {
    private static final String FROM_SECRET = "auth: {passwordFrom: {name: mine, key: password}}";
    private static final Map<String, String> USABLE = usable();

    private TestNamespace namespace;

    @BeforeEach
    void create() {
        namespace = new TestNamespace("user-secret");
    }

    @AfterEach
    void delete() {
        namespace.close();
    }

    @Test
    void aSecretThatIsMissingIsNamedAndItsArrivalIsFollowed() {
        // Given
        namespace.apply(ResourceManifests.managed("shop", FROM_SECRET));
        namespace.awaitProfile("shop", ConditionType.STALLED, "True", Reason.SECRET_NOT_FOUND);
        assertThat(namespace.message("shop", ConditionType.READY)).contains("\"mine\"", "auth.passwordFrom");
        assertThat(namespace.configMap("shop-cache").getData()).containsEntry("CACHE_TTL_USERS", "60");

        // When
        namespace.apply(ResourceManifests.secret("mine", "password", "at last"));

        // Then
        namespace.awaitReady("shop");
        assertThat(namespace.secret("shop-redis", "password")).isEqualTo("at last");
    }

    @Test
    void aSecretThatIsRemovedLeavesWhatRunsAndWhatIsPublished() {
        // Given
        ready("first");
        String pod = podUid();
        Map<String, String> published = namespace.secret("shop-redis").getData();

        // When
        namespace.resource(Secret.class, "mine").delete();

        // Then
        namespace.awaitProfile("shop", ConditionType.READY, "False", Reason.SECRET_NOT_FOUND);
        assertThat(namespace.message("shop", ConditionType.READY)).contains("\"mine\"");
        assertThat(namespace.secret("shop-redis").getData()).isEqualTo(published);
        assertThat(podUid()).isEqualTo(pod);
        namespace.awaitProfile("shop", ConditionType.REDIS_AVAILABLE, "True", Reason.CHECK_PASSED);
    }

    @Test
    void anotherPasswordIsToldToTheServerAndPublished() {
        // Given
        ready("first");
        String pod = podUid();

        // When
        namespace.apply(ResourceManifests.secret("mine", "password", "second"));

        // Then
        TestNamespace.patiently().untilAsserted(() -> {
            assertThat(namespace.secret("shop-redis-env", "REDIS_PASSWORD")).isEqualTo("second");
            assertThat(ApplicationConnection.ping(namespace, "shop")).isEqualTo("PONG");
        });
        assertThat(podUid()).isEqualTo(pod);
    }

    @Test
    void aPasswordThatCannotBeUsedIsToldInWordsAndLosesNothing() {
        // Given
        ready("first");
        String pod = podUid();
        Map<String, String> unusable = Map.of(
                "",
                "the password is empty",
                "second\n",
                "ends in a line break",
                "x".repeat(513),
                "longer than 512 bytes",
                "a\tb",
                "has a control character");

        unusable.forEach((password, words) -> {
            // When
            namespace.apply(ResourceManifests.secret("mine", "password", password));

            // Then
            TestNamespace.patiently()
                    .untilAsserted(() -> assertThat(namespace.message("shop", ConditionType.STALLED))
                            .contains(words, "\"mine\"", "\"password\""));
            namespace.awaitProfile("shop", ConditionType.STALLED, "True", Reason.INVALID_PASSWORD);
            namespace.awaitProfile("shop", ConditionType.REDIS_AVAILABLE, "True", Reason.CHECK_PASSED);
        });
        assertThat(podUid()).isEqualTo(pod);
        assertThat(ApplicationConnection.ping(namespace, "shop")).isEqualTo("PONG");
    }

    @Test
    void everyPrintableTextIsAPasswordThatClientsLogInWith() {
        // Given
        USABLE.forEach((profile, password) -> namespace.apply(ResourceManifests.secret(profile, "password", password)));

        // When
        USABLE.keySet()
                .forEach(profile -> namespace.apply(ResourceManifests.managed(
                        profile, "auth: {passwordFrom: {name: " + profile + ", key: password}}")));

        // Then
        USABLE.forEach((profile, password) -> {
            namespace.awaitReady(profile);
            assertThat(namespace.secret(profile + "-redis", "password")).isEqualTo(password);
            assertThat(ApplicationConnection.ping(namespace, profile))
                    .as(profile)
                    .isEqualTo("PONG");
        });
    }

    @Test
    void redisCliTakesThePublishedConnectionString() throws IOException {
        // Given
        assumeThat(RedisCli.onPath()).as("redis-cli on PATH").isTrue();
        USABLE.forEach((profile, password) -> namespace.apply(ResourceManifests.secret(profile, "password", password)
                + "---\n"
                + ResourceManifests.managed(profile, "auth: {passwordFrom: {name: " + profile + ", key: password}}")));

        for (String profile : USABLE.keySet()) {
            namespace.awaitReady(profile);

            // When
            String answer = RedisCli.run("-u", ApplicationConnection.url(namespace, profile), "ping");

            // Then
            assertThat(answer).as(profile).isEqualTo("PONG");
        }
    }

    private void ready(String password) {
        namespace.apply(ResourceManifests.secret("mine", "password", password));
        namespace.apply(ResourceManifests.managed("shop", FROM_SECRET));
        namespace.awaitReady("shop");
    }

    private String podUid() {
        return namespace.redisPod("shop").orElseThrow().getMetadata().getUid();
    }

    private static Map<String, String> usable() {
        Map<String, String> passwords = new LinkedHashMap<>();
        passwords.put("quotes", "it's \"so\" `called`");
        passwords.put("signs", "a$HOME%41${x}&b=c#d?e/f@g:h\\i+j");
        passwords.put("spaces", " in  and around ");
        passwords.put("letters", "pässwörter-密码-🔑");
        passwords.put("long", "0123456789abcdef".repeat(32));
        return passwords;
    }
}
