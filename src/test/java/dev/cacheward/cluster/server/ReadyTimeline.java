package dev.cacheward.cluster.server;

import dev.cacheward.cluster.rig.ProfileStatusHistory;
import dev.cacheward.cluster.rig.ProfileStatusHistory.Entry;
import dev.cacheward.cluster.rig.TestNamespace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** When profile "shop" was Ready and when it was not: by the clock of this process, as its watch was told. */
final class ReadyTimeline implements AutoCloseable {
    private static final String PROFILE = "shop";

    private final TestNamespace namespace;
    private final ProfileStatusHistory history;

    ReadyTimeline(TestNamespace namespace) {
        this.namespace = namespace;
        this.history = new ProfileStatusHistory(namespace);
    }

    /** Waits until what the test sees of the profile ends with Ready, too. */
    void awaitReady() {
        namespace.awaitReady(PROFILE);
        TestNamespace.patiently().until(() -> {
            List<Entry> seen = history.of(PROFILE);
            return seen.get(seen.size() - 1).isReady();
        });
    }

    /** Waits for the first version at or after a moment that is Ready, or is not, and returns when it came. */
    Instant await(Instant since, boolean ready) {
        TestNamespace.patiently()
                .until(() -> history.first(PROFILE, since, ready).isPresent());
        return history.first(PROFILE, since, ready).orElseThrow().at();
    }

    /** When the first version after a moment came. */
    Instant firstAfter(Instant moment) {
        return history.of(PROFILE).stream()
                .filter(entry -> entry.at().isAfter(moment))
                .findFirst()
                .orElseThrow()
                .at();
    }

    static long millis(Instant from, Instant to) {
        return Duration.between(from, to).toMillis();
    }

    @Override
    public void close() {
        history.close();
    }
}
