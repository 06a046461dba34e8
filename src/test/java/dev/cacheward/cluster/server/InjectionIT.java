package dev.cacheward.cluster.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cluster.rig.EditedProfile;
import dev.cacheward.cluster.rig.TestNamespace;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a value holds, it is that value and nothing else when it has come through redis.conf, the pod and the trial of both. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InjectionIT {
    private TestNamespace namespace;
    private EditedProfile profile;

    @BeforeAll
    void open() {
        namespace = new TestNamespace("injection");
        profile = new EditedProfile(namespace, "literal");
        // The first value is then an edit, too, and goes through the trial.
        profile.applyAndAwaitReady("{}");
    }

    @AfterAll
    void delete() {
        namespace.close();
    }

    static List<String> values() {
        return List.of(
                "a\" b\\ c' d\\\\ \\n \\x00 %s %% 100%",
                "include /etc/passwd", "$(POD_IP) $(FOO) $$(POD_IP) ${HOME} `id`; #");
    }

    @ParameterizedTest
    @MethodSource("values")
    void aValueStaysALiteral(String value) {
        // When
        profile.applyAndAwaitReady("{config: {replica-announce-ip: %1$s}, podTemplate: {annotations: {a: %1$s}}}"
                .formatted("'" + value.replace("'", "''") + "'"));

        // Then
        assertThat(profile.redis().config("replica-announce-ip")).isEqualTo(value);
        assertThat(profile.pod().getMetadata().getAnnotations()).containsEntry("a", value);
        assertThat(profile.redis().asApplication("KEYS", "*")).asString().startsWith("-ERR unknown command");
    }
}
