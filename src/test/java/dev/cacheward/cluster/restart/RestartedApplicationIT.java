package dev.cacheward.cluster.restart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cluster.rig.ResourceManifests;
import dev.cacheward.cluster.rig.TestNamespace;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What it is all for: an application that reads its environment at its start has the new TTL and the new limit by itself. */
class RestartedApplicationIT {
    private static final Logger LOG = LoggerFactory.getLogger(RestartedApplicationIT.class);

    private static final String RESTART = "  restart: [{kind: Deployment, name: backend}]\n";

    private TestNamespace namespace;
    private ReadingApplication application;

    @BeforeEach
    void create() {
        namespace = new TestNamespace("restarted");
        application = new ReadingApplication(namespace);
    }

    @AfterEach
    void delete() {
        namespace.close();
    }

    @Test
    void anEditedTtlAndAnEditedLimitAreInTheApplicationsEnvironment() {
        // Given
        apply("60s", "20/minute");
        application.create("configMapRef: {name: shop-cache}", "configMapRef: {name: shop-limits}");
        awaitFirstRestarts();
        Instant edited = Instant.now();

        // When
        apply("5m", "30/minute");

        // Then
        application.awaitEnvironment("CACHE_TTL_USERS=300", "RATE_LIMIT_QUERY=30/minute");
        LOG.info(
                "ms from the edit of both to pods with the new environment alone: {}",
                Duration.between(edited, Instant.now()).toMillis());
    }

    /** Named for the first time, the application is restarted once by each of the two. */
    private void awaitFirstRestarts() {
        TestNamespace.patiently()
                .untilAsserted(
                        () -> assertThat(application.onlyPod().getMetadata().getAnnotations())
                                .containsKeys("profile.cacheward.dev/shop", "policy.cacheward.dev/shop"));
        application.awaitEnvironment("CACHE_TTL_USERS=60", "RATE_LIMIT_QUERY=20/minute");
    }

    private void apply(String ttl, String limit) {
        namespace.apply(ResourceManifests.profile("shop", "users: " + ttl) + RESTART);
        namespace.apply(ResourceManifests.policy("shop", "shop", "query: " + limit) + RESTART);
    }
}
