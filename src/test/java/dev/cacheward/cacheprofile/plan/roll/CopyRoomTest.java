package dev.cacheward.cacheprofile.plan.roll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.redis.client.replication.WriteLoad;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers of Redis 7.0 that were copied in a control group of their own, and were killed or not. */
class CopyRoomTest {
    private static final WriteLoad FULL = new WriteLoad(222L << 20, 20_000, 20L << 20);

    @ParameterizedTest(name = "limit {0}: {1}Mi in use, {2} writes of {3} kB/s in all")
    @CsvSource({
        "256Mi, 213, 24000, 26000, false",
        "256Mi, 180, 24000, 26000, false",
        "256Mi, 139, 21000, 23000, false",
        "256Mi, 178, 20000, 3400, false",
        "256Mi, 202, 500, 90, false",
        "256Mi, 213, 250, 270, true",
        "256Mi, 213, 0, 0, true",
        "256Mi, 64, 9000, 9000, true",
        "1Gi, 213, 24000, 26000, true",
    })
    void aServerIsCopiedOnlyWithinItsLimit(String limit, long mebi, long writes, long kilobytes, boolean room) {
        assertThat(CopyRoom.obstacle(pod(limit), new WriteLoad(mebi << 20, writes, kilobytes * 1024))
                        .isEmpty())
                .isEqualTo(room);
    }

    @Test
    void bothNumbersAreTold() {
        assertThat(CopyRoom.obstacle(pod("256Mi"), FULL))
                .hasValueSatisfying(why -> assertThat(why).contains("need 592Mi", "limit is 256Mi", "Raise"));
    }

    @Test
    void aServerWithoutLimitHasRoom() {
        // Given
        Pod unlimited = new PodBuilder(pod("1Mi"))
                .editSpec()
                .editFirstContainer()
                .withNewResources()
                .endResources()
                .endContainer()
                .endSpec()
                .build();
        // When, Then
        assertThat(CopyRoom.obstacle(unlimited, FULL)).isEmpty();
    }

    @Test
    void whatTheContainerHasCountsMoreThanWhatItsPodAsksFor() {
        // Given
        Pod resized = new PodBuilder(pod("4Gi"))
                .withNewStatus()
                .addNewContainerStatus()
                .withName("redis")
                .withNewResources()
                .addToLimits("memory", new Quantity("256Mi"))
                .endResources()
                .endContainerStatus()
                .endStatus()
                .build();
        // When, Then
        assertThat(CopyRoom.obstacle(resized, FULL)).isPresent();
    }

    private static Pod pod(String limit) {
        return RollPods.limited(RollPods.pod("shop-redis-0", RollScene.OLD, pod -> pod), limit);
    }
}
