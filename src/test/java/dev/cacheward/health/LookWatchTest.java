package dev.cacheward.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.telemetry.ResourceKey;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LookWatchTest {
    private final AtomicLong nanos = new AtomicLong(-5);
    private final LookWatch watch = new LookWatch(Duration.ofMinutes(1), nanos::get);
    private final CacheProfile shop = profile();

    @Test
    void aLookThatDoesNotEndIsTrouble() {
        // Given
        watch.begun(shop);
        pass(LookWatch.LONGEST_LOOK);
        assertThat(watch.trouble()).isEmpty();

        // When
        pass(Duration.ofSeconds(1));

        // Then
        assertThat(watch.trouble())
                .hasValueSatisfying(
                        trouble -> assertThat(trouble).contains("shop").contains("has not ended for 301 s"));
    }

    @Test
    void looksThatEndAreNone() {
        for (int i = 0; i < 20; i++) {
            watch.begun(shop);
            pass(Duration.ofSeconds(30));
            watch.ended();
            pass(Duration.ofSeconds(30));
        }

        assertThat(watch.trouble()).isEmpty();
    }

    @Test
    void whenNoLookBeginsThoughResourcesWaitTheTimersAreDead() {
        // Given
        watch.begun(shop);
        watch.ended();
        pass(Duration.ofMinutes(6));
        assertThat(watch.trouble()).isEmpty();

        // When
        pass(Duration.ofSeconds(1));

        // Then
        assertThat(watch.trouble())
                .hasValueSatisfying(trouble -> assertThat(trouble).contains("No look has begun for 361 s"));
    }

    @Test
    void withoutResourcesThereIsNothingToLookAt() {
        // Given
        watch.begun(shop);
        watch.ended();

        // When
        watch.gone(ResourceKey.of(shop));
        pass(Duration.ofDays(1));

        // Then
        assertThat(watch.trouble()).isEmpty();
    }

    @Test
    void aReplicaThatStandsByLooksAtNothing() {
        pass(Duration.ofDays(1));

        assertThat(watch.trouble()).isEmpty();
    }

    private static CacheProfile profile() {
        CacheProfile profile = new CacheProfile();
        profile.setMetadata(
                new ObjectMetaBuilder().withNamespace("team").withName("shop").build());
        return profile;
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
