package dev.cacheward.cluster.contention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cacheward.cluster.rig.ProfileStatusHistory;
import dev.cacheward.cluster.rig.TestCluster;
import dev.cacheward.cluster.rig.TestNamespace;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A trouble that lasts costs no write, or one a minute where others change back what is written. All stand side by side. */
class QuietTroubleIT {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Two tries that are a minute apart are never both in it. */
    private static final Duration LESS_THAN_A_MINUTE = Duration.ofSeconds(55);

    private final Map<StandingState, TestNamespace> namespaces = new LinkedHashMap<>();
    private final Map<StandingState, ProfileStatusHistory> told = new LinkedHashMap<>();
    private final Map<StandingState, AutoCloseable> ends = new LinkedHashMap<>();

    @Test
    void aMinuteAfterItIsReachedEachStateIsQuiet() throws Exception {
        // Given
        for (StandingState state : StandingState.all()) {
            TestNamespace namespace = new TestNamespace(state.name());
            namespaces.put(state, namespace);
            ends.put(state, state.bringAbout().apply(namespace));
        }
        try {
            namespaces.forEach(StandingState::awaitReached);
            pass(MINUTE);
            namespaces.forEach((state, namespace) -> told.put(state, new ProfileStatusHistory(namespace)));

            // When
            Instant since = Instant.now();
            pass(LESS_THAN_A_MINUTE);

            // Then
            namespaces.forEach((state, namespace) -> {
                Map<String, Long> written = TestCluster.get().writes().in(namespace.name(), since);
                assertThat(written.values())
                        .as(state.name() + ": " + written + told.get(state).of("shop"))
                        .allMatch(times -> times <= state.writesAMinute());
            });
        } finally {
            told.values().forEach(ProfileStatusHistory::close);
            for (AutoCloseable end : ends.values()) {
                end.close();
            }
            namespaces.values().forEach(TestNamespace::close);
        }
    }

    private static void pass(Duration time) {
        Instant end = Instant.now().plus(time);
        await().atMost(time.multipliedBy(2)).until(() -> Instant.now().isAfter(end));
    }
}
