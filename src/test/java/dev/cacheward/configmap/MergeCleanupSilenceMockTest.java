package dev.cacheward.configmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.testbed.EmbeddedApi;
import dev.cacheward.testbed.Request;
import dev.cacheward.testbed.ShortTimeoutClient;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What no answer means for a resource that ends: a webhook may wait for ever, or the API server may be away. */
class MergeCleanupSilenceMockTest {
    private static final Duration OVER_A_MINUTE = Duration.ofSeconds(61);

    private final EmbeddedApi api = EmbeddedApi.start();
    private final KubernetesClient client = ShortTimeoutClient.client(api);
    private final MergeCleanupRig rig = new MergeCleanupRig(api, client);

    @BeforeEach
    void createAndDelete() {
        rig.createAndDelete("app", "beside");
    }

    @AfterEach
    void stop() {
        client.close();
        api.close();
    }

    @Test
    void aWriteWithoutAnAnswerIsWaitedForOneMinuteAndKeepsNoOther() {
        // Given
        api.ignoreNext(MergeCleanupRig.ALWAYS, patches("app"));

        // When
        var first = cleanup("app", "beside");
        rig.clock.pass(OVER_A_MINUTE);
        var later = cleanup("app", "beside");

        // Then
        assertThat(first).isPresent();
        assertThat(later).isEmpty();
        assertThat(rig.policy()).isNull();
        assertThat(rig.data("app")).containsEntry("K", "1");
        assertThat(rig.data("beside")).doesNotContainKey("K");
        assertThat(rig.told)
                .containsExactly(new Cause(
                        Reason.WRITE_REFUSED,
                        "The keys stay in ConfigMap \"app\": the API server has given no answer for a minute when it was"
                                + " to be changed, as where an admission webhook gives none."));
    }

    /** Else keys would stay behind when it returns between the last try and the end of the resource. */
    @Test
    void anApiServerThatIsAwayTakesNothingFromTheMinute() {
        // Given
        api.ignoreNext(MergeCleanupRig.ALWAYS, request -> request.path().endsWith("/configmaps/app"));
        assertThatThrownBy(() -> cleanup("app")).isInstanceOf(KubernetesClientException.class);
        api.clearFaults();
        rig.clock.pass(OVER_A_MINUTE);
        api.failNext(1, patches("app"), 500, "InternalError", "not yet");

        // When
        var back = cleanup("app");

        // Then
        assertThat(back).isPresent();
        assertThat(rig.policy()).isNotNull();
    }

    /** A reconciliation must end, and the finalizer be removed, however many there are. */
    @Test
    void afterFiveWithoutAnAnswerTheOthersAreLeft() {
        // Given
        for (int i = 0; i < 5; i++) {
            rig.merge(rig.policy(), "a" + i);
        }
        api.ignoreNext(MergeCleanupRig.ALWAYS, patches(""));

        // When
        List<RemainingKeys> left =
                rig.cleanup.removeKeys(rig.policy(), targets("a0", "a1", "a2", "a3", "a4", "app", "beside"));

        // Then
        assertThat(left)
                .extracting(RemainingKeys::configMap)
                .containsExactly("a0", "a1", "a2", "a3", "a4", "app", "beside");
        assertThat(left.get(5).why()).isEqualTo("it could not be changed in time");
        assertThat(api.writesBy("impatient")).hasSize(5);
    }

    private static Predicate<Request> patches(String map) {
        return request -> request.isApply()
                && request.userAgent().equals("impatient")
                && request.path().contains("/configmaps/" + map);
    }

    private Optional<Duration> cleanup(String... maps) {
        return rig.cleanup.cleanup(rig.policy(), targets(maps));
    }

    private static MergeCleanup.MergeTargets targets(String... maps) {
        return new MergeCleanup.MergeTargets(Set.of(maps), List.of());
    }
}
