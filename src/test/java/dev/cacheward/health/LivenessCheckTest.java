package dev.cacheward.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.telemetry.ResourceKey;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LivenessCheckTest {
    private final AtomicLong nanos = new AtomicLong(-5);
    private final LivenessCheck watch = new LivenessCheck(Duration.ofMinutes(1), nanos::get);
    private final CacheProfile shop = profile("shop");
    private final CacheProfile other = profile("other");

    @Test
    void aReconciliationThatDoesNotEndIsTrouble() {
        // Given
        watch.reconcileStarted(shop);
        pass(LivenessCheck.LONGEST_RECONCILIATION);
        assertThat(watch.failure()).isEmpty();

        // When
        pass(Duration.ofSeconds(1));

        // Then
        assertThat(watch.failure())
                .hasValueSatisfying(
                        trouble -> assertThat(trouble).contains("shop").contains("has not ended for 301 s"));
    }

    @Test
    void reconciliationsThatEndAreNone() {
        for (int i = 0; i < 20; i++) {
            watch.reconcileStarted(shop);
            pass(Duration.ofSeconds(30));
            watch.reconcileEnded();
            pass(Duration.ofSeconds(30));
        }

        assertThat(watch.failure()).isEmpty();
    }

    @Test
    void aResourceThatIsNoLongerReconciledIsTroubleWhateverHappensToOthers() {
        // Given
        reconcile(shop);
        pass(Duration.ofMinutes(6));
        reconcile(other);
        pass(LivenessCheck.QUEUE.multipliedBy(2));
        assertThat(watch.failure()).isEmpty();

        // When
        pass(Duration.ofSeconds(1));

        // Then
        assertThat(watch.failure())
                .hasValueSatisfying(
                        trouble -> assertThat(trouble).contains("shop").contains("has not been reconciled for 365 s"));
    }

    @Test
    void eachResourceMayHoldUpTheOthersForAMoment() {
        // Given
        IntStream.range(0, 1000).mapToObj(i -> profile("shop-" + i)).forEach(this::reconcile);

        // When
        pass(Duration.ofMinutes(6).plus(LivenessCheck.QUEUE.multipliedBy(1000)));

        // Then
        assertThat(watch.failure()).isEmpty();
    }

    @Test
    void withoutResourcesThereIsNothingToReconcile() {
        // Given
        reconcile(shop);

        // When
        watch.deleted(ResourceKey.of(shop));
        pass(Duration.ofDays(1));

        // Then
        assertThat(watch.failure()).isEmpty();
    }

    @Test
    void aReplicaThatStandsByReconcilesNothing() {
        pass(Duration.ofDays(1));

        assertThat(watch.failure()).isEmpty();
    }

    private void reconcile(CacheProfile profile) {
        watch.reconcileStarted(profile);
        watch.reconcileEnded();
    }

    private static CacheProfile profile(String name) {
        CacheProfile profile = new CacheProfile();
        profile.setMetadata(
                new ObjectMetaBuilder().withNamespace("team").withName(name).build());
        return profile;
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
