package dev.cacheward.configmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.testbed.EmbeddedApi;
import dev.cacheward.testbed.Impatient;
import dev.cacheward.testbed.Request;
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
class FarewellSilenceMockTest {
    private static final Duration OVER_A_MINUTE = Duration.ofSeconds(61);

    private final EmbeddedApi api = EmbeddedApi.start();
    private final KubernetesClient client = Impatient.client(api);
    private final FarewellRig rig = new FarewellRig(api, client);

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
        api.ignoreNext(FarewellRig.ALWAYS, patches("app"));

        // When
        var first = say("app", "beside");
        rig.clock.pass(OVER_A_MINUTE);
        var later = say("app", "beside");

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
        api.ignoreNext(FarewellRig.ALWAYS, request -> request.path().endsWith("/configmaps/app"));
        assertThatThrownBy(() -> say("app")).isInstanceOf(KubernetesClientException.class);
        api.clearFaults();
        rig.clock.pass(OVER_A_MINUTE);
        api.failNext(1, patches("app"), 500, "InternalError", "not yet");

        // When
        var back = say("app");

        // Then
        assertThat(back).isPresent();
        assertThat(rig.policy()).isNotNull();
    }

    /** A look must end, and the finalizer go, however many there are. */
    @Test
    void afterFiveWithoutAnAnswerTheOthersAreLeft() {
        // Given
        for (int i = 0; i < 5; i++) {
            rig.merge(rig.policy(), "a" + i);
        }
        api.ignoreNext(FarewellRig.ALWAYS, patches(""));

        // When
        List<Left> left = rig.farewell.takeOut(rig.policy(), memory("a0", "a1", "a2", "a3", "a4", "app", "beside"));

        // Then
        assertThat(left).extracting(Left::configMap).containsExactly("a0", "a1", "a2", "a3", "a4", "app", "beside");
        assertThat(left.get(5).why()).isEqualTo("it could not be changed in time");
        assertThat(api.writesBy("impatient")).hasSize(5);
    }

    private static Predicate<Request> patches(String map) {
        return request -> request.isApply()
                && request.userAgent().equals("impatient")
                && request.path().contains("/configmaps/" + map);
    }

    private Optional<Duration> say(String... maps) {
        return rig.farewell.say(rig.policy(), memory(maps));
    }

    private static Farewell.Memory memory(String... maps) {
        return new Farewell.Memory(Set.of(maps), List.of());
    }
}
