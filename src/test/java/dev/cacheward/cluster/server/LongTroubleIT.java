package dev.cacheward.cluster.server;

import static dev.cacheward.cluster.server.ReadyTimeline.millis;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cluster.rig.ResourceManifests;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Conditions;
import dev.cacheward.status.Reason;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end of trouble is told within 30 s, however long it lasted. Times are measured, alone, and told; where a server has to start,
 * twice of it is too much on any machine.
 */
@Isolated
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LongTroubleIT {
    private static final Logger LOG = LoggerFactory.getLogger(LongTroubleIT.class);

    private static final Duration BACK = Duration.ofSeconds(60);
    /** Long enough to notice an operator that reconciles more and more rarely. */
    private static final Duration LONG = Duration.ofMinutes(2);

    private TestNamespace image;
    private TestNamespace secret;
    private ReadyTimeline images;
    private ReadyTimeline secrets;

    /** The two troubles last at the same time. */
    @BeforeAll
    void stayInTrouble() {
        image = new TestNamespace("image");
        secret = new TestNamespace("secret");
        images = new ReadyTimeline(image);
        secrets = new ReadyTimeline(secret);
        image.apply(ResourceManifests.managed("shop", "image: localhost/there-is-none:1"));
        secret.apply(ResourceManifests.managed("shop", "auth: {passwordFrom: {name: mine, key: password}}"));
        image.awaitProfile("shop", ConditionType.READY, "False", Reason.IMAGE_PULL_FAILED);
        secret.awaitProfile("shop", ConditionType.READY, "False", Reason.SECRET_NOT_FOUND);
        Awaitility.await()
                .during(LONG)
                .atMost(LONG.plusSeconds(30))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> isIn(image, Reason.IMAGE_PULL_FAILED) && isIn(secret, Reason.SECRET_NOT_FOUND));
    }

    @AfterAll
    void delete() {
        images.close();
        secrets.close();
        image.close();
        secret.close();
    }

    @Test
    void anImageThatIsPutRightAfterMinutesIsFollowedAtOnce() {
        // Given
        assertThat(isIn(image, Reason.IMAGE_PULL_FAILED)).isTrue();
        Instant put = Instant.now();

        // When
        image.apply(ResourceManifests.profile("shop"));

        // Then
        Instant back = images.await(put, true);
        LOG.info("image put right: Ready after " + millis(put, back) + " ms");
        assertThat(back).isBefore(put.plus(BACK));
    }

    /** No event reports this Secret: that it is found shows that the operator still reconciles, as often as at first. */
    @Test
    void reconciliationsGoOnAtTheSamePaceForMinutes() {
        // Given
        assertThat(isIn(secret, Reason.SECRET_NOT_FOUND)).isTrue();
        Instant put = Instant.now();

        // When
        secret.apply(ResourceManifests.secret("mine", "password", "at last"));

        // Then
        secret.awaitReady("shop");
        Instant seen = secrets.firstAfter(put);
        LOG.info("Secret without a watch: seen after " + millis(put, seen) + " ms");
        assertThat(seen).isBefore(put.plusSeconds(30));
    }

    private static boolean isIn(TestNamespace namespace, Reason reason) {
        return Conditions.find(namespace.profile("shop").getStatus().conditions(), ConditionType.READY)
                .filter(ready -> ready.reason().equals(reason.wire()))
                .isPresent();
    }
}
