package dev.cacheward.cluster.rig;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.CacheProfileStatus;
import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Conditions;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Every version that the profiles of a namespace went through since this was made. */
public final class ProfileStatusHistory implements AutoCloseable {
    /** @param status null before the first reconciliation */
    public record Entry(Instant at, String profile, long generation, CacheProfileStatus status) {
        Optional<Condition> ready() {
            return status == null || status.conditions() == null
                    ? Optional.empty()
                    : Conditions.find(status.conditions(), ConditionType.READY);
        }

        public boolean isReady() {
            return ready().filter(ready -> ready.status().equals("True")).isPresent();
        }

        @Override
        public String toString() {
            return at + " " + profile + " "
                    + ready().map(c -> c.status() + " " + c.reason() + " " + c.message())
                            .orElse("-");
        }
    }

    private final List<Entry> entries = new CopyOnWriteArrayList<>();
    private final Watch watch;

    public ProfileStatusHistory(TestNamespace namespace) {
        watch = TestCluster.get()
                .client()
                .resources(CacheProfile.class)
                .inNamespace(namespace.name())
                .watch(new Watcher<>() {
                    @Override
                    public void eventReceived(Action action, CacheProfile profile) {
                        entries.add(new Entry(
                                Instant.now(),
                                profile.getMetadata().getName(),
                                profile.getMetadata().getGeneration(),
                                profile.getStatus()));
                    }

                    @Override
                    public void onClose(WatcherException cause) {
                        // The test then finds too few entries.
                    }
                });
    }

    public List<Entry> of(String profile) {
        return entries.stream().filter(entry -> entry.profile().equals(profile)).toList();
    }

    /** The first version that came at or after a moment and was Ready, or was not. */
    public Optional<Entry> first(String profile, Instant since, boolean ready) {
        return of(profile).stream()
                .filter(entry -> !entry.at().isBefore(since))
                .filter(entry -> entry.isReady() == ready)
                .findFirst();
    }

    @Override
    public void close() {
        watch.close();
    }
}
