package dev.cacheward.configmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import dev.cacheward.kubernetes.Owner;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.telemetry.Telemetry;
import dev.cacheward.testbed.EmbeddedApi;
import dev.cacheward.testbed.Impatient;
import dev.cacheward.testbed.Request;
import dev.cacheward.testbed.SettableClock;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What no answer means for a resource that ends: a webhook may wait for ever, or the API server may be away. */
class FarewellSilenceMockTest {
    private static final int ALWAYS = 1_000;
    private static final Duration OVER_A_MINUTE = Duration.ofSeconds(61);

    private final EmbeddedApi api = EmbeddedApi.start();
    private final KubernetesClient person = api.client();
    private final KubernetesClient client = Impatient.client(api);
    private final SettableClock clock = new SettableClock();
    private final List<Cause> told = new ArrayList<>();
    private final Farewell farewell = new Farewell(client, clock, new Telemetry() {
        @Override
        public void left(HasMetadata resource, Cause cause) {
            told.add(cause);
        }
    });

    @BeforeEach
    void createAndDelete() {
        RateLimitPolicy policy = new RateLimitPolicy();
        policy.setMetadata(new ObjectMetaBuilder()
                .withName("shop")
                .withNamespace(EmbeddedApi.NAMESPACE)
                .withFinalizers(MergeFinalizer.NAME)
                .build());
        policy = person.resource(policy).create();
        merge(policy, "app");
        merge(policy, "beside");
        person.resource(policy).delete();
    }

    @AfterEach
    void stop() {
        client.close();
        api.close();
    }

    @Test
    void aWriteWithoutAnAnswerIsWaitedForOneMinuteAndKeepsNoOther() {
        // Given
        api.ignoreNext(ALWAYS, patches("app"));

        // When
        var first = say("app", "beside");
        clock.pass(OVER_A_MINUTE);
        var later = say("app", "beside");

        // Then
        assertThat(first).isPresent();
        assertThat(later).isEmpty();
        assertThat(policy()).isNull();
        assertThat(data("app")).containsEntry("K", "1");
        assertThat(data("beside")).doesNotContainKey("K");
        assertThat(told)
                .containsExactly(new Cause(
                        Reason.WRITE_REFUSED,
                        "The keys stay in ConfigMap \"app\": the API server has given no answer for a minute when it was"
                                + " to be changed, as where an admission webhook gives none."));
    }

    /** Else keys would stay behind when it returns between the last try and the end of the resource. */
    @Test
    void anApiServerThatIsAwayTakesNothingFromTheMinute() {
        // Given
        api.ignoreNext(ALWAYS, request -> request.path().endsWith("/configmaps/app"));
        assertThatThrownBy(() -> say("app")).isInstanceOf(KubernetesClientException.class);
        api.clearFaults();
        clock.pass(OVER_A_MINUTE);
        api.failNext(1, patches("app"), 500, "InternalError", "not yet");

        // When
        var back = say("app");

        // Then
        assertThat(back).isPresent();
        assertThat(policy()).isNotNull();
    }

    /** A look must end, and the finalizer go, however many there are. */
    @Test
    void afterFiveWithoutAnAnswerTheOthersAreLeft() {
        // Given
        for (int i = 0; i < 5; i++) {
            merge(policy(), "a" + i);
        }
        api.ignoreNext(ALWAYS, patches(""));

        // When
        List<Left> left = farewell.takeOut(policy(), memory("a0", "a1", "a2", "a3", "a4", "app", "beside"));

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
        return farewell.say(policy(), memory(maps));
    }

    private static Farewell.Memory memory(String... maps) {
        return new Farewell.Memory(Set.of(maps), List.of());
    }

    private void merge(RateLimitPolicy policy, String map) {
        person.resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName(map)
                        .endMetadata()
                        .withData(Map.of("LOG", "info"))
                        .build())
                .create();
        new MergeWriter(person).merge(Owner.of(policy), map, new TreeMap<>(Map.of("K", "1")));
    }

    private RateLimitPolicy policy() {
        return person.resources(RateLimitPolicy.class).withName("shop").get();
    }

    private Map<String, String> data(String map) {
        return person.configMaps().withName(map).get().getData();
    }
}
