package dev.cacheward.cluster.profile;

import dev.cacheward.cluster.rig.ResourceManifests;
import dev.cacheward.cluster.rig.ResourceVersions;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A resource at rest costs no write, whether it is well or not: six reconciliations and more leave every version as it is. */
class QuietIT {
    private static final Duration WINDOW = Duration.ofSeconds(60);

    private TestNamespace namespace;

    @BeforeEach
    void create() {
        namespace = new TestNamespace("quiet");
    }

    @AfterEach
    void delete() {
        namespace.close();
    }

    @Test
    void nothingIsWrittenForWhatIsWell() {
        // Given
        namespace.apply(ResourceManifests.managed("shop", ResourceManifests.EVERYTHING));
        namespace.apply(ResourceManifests.policy("shop", "shop", "query: 20/minute"));

        // When
        namespace.awaitReady("shop");
        namespace.awaitPolicy("shop", ConditionType.READY, "True", Reason.READY);

        // Then
        ResourceVersions.assertQuiet(namespace, WINDOW);
    }

    @Test
    void nothingIsWrittenWhileWorkIsPending() {
        // Given
        namespace.apply(ResourceManifests.managed("image", "image: localhost/there-is-none:1"));
        namespace.apply(ResourceManifests.managed("node", "podTemplate: {nodeSelector: {there-is: none}}"));
        namespace.apply(ResourceManifests.managed("secret", "auth: {passwordFrom: {name: none, key: password}}"));
        namespace.apply(ResourceManifests.policy("early", "none", "query: 20/minute"));

        // When
        namespace.awaitProfile("image", ConditionType.READY, "False", Reason.IMAGE_PULL_FAILED);
        namespace.awaitProfile("node", ConditionType.READY, "False", Reason.UNSCHEDULABLE);
        namespace.awaitProfile("secret", ConditionType.READY, "False", Reason.SECRET_NOT_FOUND);
        namespace.awaitPolicy("early", ConditionType.READY, "False", Reason.PROFILE_NOT_FOUND);

        // Then
        ResourceVersions.assertQuiet(namespace, WINDOW);
    }

    @Test
    void nothingIsWrittenForWhatFails() {
        // Given
        namespace.create(ProfileChild.SERVICE.foreign("taken"));
        namespace.apply(ResourceManifests.profile("taken"));
        namespace.apply(ResourceManifests.profile("invalid", "users: 9000h"));
        namespace.apply(ResourceManifests.policy("invalid", "taken", "query: 300/hour; 20/minute"));
        namespace.apply(ResourceManifests.managed("crash", "config: {locale-collate: no_WHERE}"));

        // When
        namespace.awaitProfile("taken", ConditionType.READY, "False", Reason.NAME_CONFLICT);
        namespace.awaitProfile("invalid", ConditionType.READY, "False", Reason.INVALID_SPEC);
        namespace.awaitPolicy("invalid", ConditionType.READY, "False", Reason.INVALID_SPEC);
        namespace.awaitProfile("crash", ConditionType.READY, "False", Reason.CONFIG_REFUSED);

        // Then
        ResourceVersions.assertQuiet(namespace, WINDOW);
    }
}
