package dev.cacheward.configmap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.testbed.EmbeddedApi;
import dev.cacheward.testbed.Request;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a resource waits for its keys to leave the ConfigMaps of others. */
class MergeCleanupMockTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final MergeCleanup.MergeTargets MEMORY = new MergeCleanup.MergeTargets(Set.of("app"), List.of());

    private final EmbeddedApi api = EmbeddedApi.start();
    private final KubernetesClient client = api.client();
    private final MergeCleanupRig rig = new MergeCleanupRig(api, client);

    /** Five minutes after the deletion: no operator ran until now. */
    @BeforeEach
    void createAndDelete() {
        rig.createAndDelete("app");
        rig.clock.pass(Duration.between(rig.clock.instant(), Instant.now()).plusMinutes(5));
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void theKeysLeaveAndItGoes() {
        // When
        var again = rig.cleanup.cleanup(rig.policy(), MEMORY);

        // Then
        assertThat(again).isEmpty();
        assertThat(rig.policy()).isNull();
        assertThat(rig.data("app")).isEqualTo(Map.of("LOG", "info"));
        assertThat(rig.told).isEmpty();
    }

    @Test
    void keysThatStayInAnImmutableMapAreTold() {
        // Given
        client.configMaps()
                .withName("app")
                .edit(map -> map.edit().withImmutable(true).build());

        // When
        var again = rig.cleanup.cleanup(rig.policy(), MEMORY);

        // Then
        assertThat(again).isEmpty();
        assertThat(rig.told)
                .containsExactly(
                        new Cause(Reason.TARGET_IMMUTABLE, "The keys stay in ConfigMap \"app\", which is immutable."));
    }

    @Test
    void aMapThatIsGoneIsToldAndKeepsNothingWaiting() {
        // Given
        client.configMaps().withName("app").delete();

        // When
        var again = rig.cleanup.cleanup(rig.policy(), MEMORY);

        // Then
        assertThat(again).isEmpty();
        assertThat(rig.told).extracting(Cause::reason).containsExactly(Reason.TARGET_NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 422, 500})
    void aRefusalIsWaitedForOneMinuteFromTheFirstTryOn(int code) {
        // Given
        api.failNext(MergeCleanupRig.ALWAYS, Request::isApply, code, "Refused", "may not");

        // When
        var first = rig.cleanup.cleanup(rig.policy(), MEMORY);
        rig.clock.pass(MINUTE);
        var withinTheMinute = rig.cleanup.cleanup(rig.policy(), MEMORY);
        rig.clock.pass(Duration.ofSeconds(1));
        var later = rig.cleanup.cleanup(rig.policy(), MEMORY);

        // Then
        assertThat(first).isPresent();
        assertThat(withinTheMinute).isPresent();
        assertThat(later).isEmpty();
        assertThat(rig.policy()).isNull();
        assertThat(rig.data("app")).containsEntry("K", "1");
        assertThat(rig.told).extracting(Cause::reason).containsExactly(Reason.WRITE_REFUSED);
    }

    @Test
    void aRefusalThatEndsInTimeLeavesNothing() {
        // Given
        api.failNext(1, Request::isApply, 403, "Refused", "may not");
        rig.cleanup.cleanup(rig.policy(), MEMORY);

        // When
        var again = rig.cleanup.cleanup(rig.policy(), MEMORY);

        // Then
        assertThat(again).isEmpty();
        assertThat(rig.data("app")).isEqualTo(Map.of("LOG", "info"));
    }
}
