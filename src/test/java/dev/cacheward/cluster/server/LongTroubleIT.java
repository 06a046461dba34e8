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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end of trouble is told within 30 s, however long it lasted. Times are measured, alone, and told; where a server has to start,
 * twice of it is too much on any machine.
 */
@Isolated
class LongTroubleIT {
    private static final Logger LOG = LoggerFactory.getLogger(LongTroubleIT.class);

    private static final Duration BACK = Duration.ofSeconds(60);
    private static final Duration LONG = Duration.ofMinutes(2);

    private TestNamespace namespace;
    private ReadyTimeline timeline;

    @BeforeEach
    void create() {
        namespace = new TestNamespace("trouble");
        timeline = new ReadyTimeline(namespace);
    }

    @AfterEach
    void delete() {
        timeline.close();
        namespace.close();
    }

    @Test
    void anImageThatIsPutRightAfterMinutesIsFollowedAtOnce() {
        // Given
        namespace.apply(ResourceManifests.managed("shop", "image: localhost/there-is-none:1"));
        namespace.awaitProfile("shop", ConditionType.READY, "False", Reason.IMAGE_PULL_FAILED);
        staysInTrouble(Reason.IMAGE_PULL_FAILED);
        Instant put = Instant.now();

        // When
        namespace.apply(ResourceManifests.profile("shop"));

        // Then
        Instant back = timeline.await(put, true);
        LOG.info("image put right: Ready after " + millis(put, back) + " ms");
        assertThat(back).isBefore(put.plus(BACK));
    }

    /** No event reports this Secret: that it is found shows that the operator still reconciles, as often as at first. */
    @Test
    void reconciliationsGoOnAtTheSamePaceForMinutes() {
        // Given
        namespace.apply(ResourceManifests.managed("shop", "auth: {passwordFrom: {name: mine, key: password}}"));
        namespace.awaitProfile("shop", ConditionType.READY, "False", Reason.SECRET_NOT_FOUND);
        staysInTrouble(Reason.SECRET_NOT_FOUND);
        Instant put = Instant.now();

        // When
        namespace.apply(ResourceManifests.secret("mine", "password", "at last"));

        // Then
        namespace.awaitReady("shop");
        Instant seen = timeline.firstAfter(put);
        LOG.info("Secret without a watch: seen after " + millis(put, seen) + " ms");
        assertThat(seen).isBefore(put.plusSeconds(30));
    }

    /** Long enough to notice an operator that reconciles more and more rarely. */
    private void staysInTrouble(Reason reason) {
        Awaitility.await()
                .during(LONG)
                .atMost(LONG.plusSeconds(30))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> Conditions.find(
                                namespace.profile("shop").getStatus().conditions(), ConditionType.READY)
                        .filter(ready -> ready.reason().equals(reason.wire()))
                        .isPresent());
    }
}
