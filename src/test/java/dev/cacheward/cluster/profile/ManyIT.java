package dev.cacheward.cluster.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cluster.rig.ProfileStatusHistory;
import dev.cacheward.cluster.rig.ProfileStatusHistory.Entry;
import dev.cacheward.cluster.rig.ResourceManifests;
import dev.cacheward.cluster.rig.ResourceVersions;
import dev.cacheward.cluster.rig.TestNamespace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Many profiles at once do not get into each other's way. */
class ManyIT {
    private static final Logger LOG = LoggerFactory.getLogger(ManyIT.class);

    private static final int PROFILES = 20;
    private static final int STATUS_WRITES = 2;
    /** A server that so many others keep waiting is told as such, and as ready again. */
    private static final int KEPT_WAITING = PROFILES / 4;

    private TestNamespace namespace;
    private ProfileStatusHistory history;

    @BeforeEach
    void create() {
        namespace = new TestNamespace("many");
        history = new ProfileStatusHistory(namespace);
    }

    @AfterEach
    void delete() {
        history.close();
        namespace.close();
    }

    @Test
    void allBecomeReadyWithTwoWritesOfTheirStatus() {
        // Given
        List<String> names =
                IntStream.range(0, PROFILES).mapToObj(i -> "shop-" + i).toList();
        Instant start = Instant.now();

        // When
        names.forEach(name -> namespace.apply(ResourceManifests.profile(name)));

        // Then
        names.forEach(namespace::awaitReady);
        ResourceVersions.settled(namespace);
        List<Long> millis =
                names.stream().map(name -> millisToReady(name, start)).sorted().toList();
        LOG.info(PROFILES + " profiles Ready: median " + millis.get(PROFILES / 2) + " ms, last "
                + millis.get(PROFILES - 1) + " ms after the first apply");
        assertThat(names.stream()
                        .filter(name -> statusWrites(name) > STATUS_WRITES)
                        .map(history::of))
                .as("those with more writes of their status")
                .hasSizeLessThanOrEqualTo(KEPT_WAITING);
    }

    private long millisToReady(String name, Instant start) {
        Instant ready = history.first(name, start, true).orElseThrow().at();
        return Duration.between(start, ready).toMillis();
    }

    /** The first version is the one that was applied. */
    private long statusWrites(String name) {
        List<Entry> versions = history.of(name);
        return versions.size() - 1;
    }
}
