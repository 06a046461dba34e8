package dev.cacheward.configmap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import dev.cacheward.kubernetes.Owner;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.telemetry.Telemetry;
import dev.cacheward.testbed.EmbeddedApi;
import dev.cacheward.testbed.Request;
import dev.cacheward.testbed.SettableClock;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a resource waits for its keys to leave the ConfigMaps of others. */
class FarewellMockTest {
    private static final int ALWAYS = 1_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Farewell.Memory MEMORY = new Farewell.Memory(Set.of("app"), List.of());

    private final EmbeddedApi api = EmbeddedApi.start();
    private final KubernetesClient client = api.client();
    private final SettableClock clock = new SettableClock();
    private final List<Cause> told = new ArrayList<>();
    private final Farewell farewell = new Farewell(client, clock, new Telemetry() {
        @Override
        public void left(HasMetadata resource, Cause cause) {
            told.add(cause);
        }
    });

    /** Five minutes after the deletion: no operator ran until now. */
    @BeforeEach
    void createAndDelete() {
        RateLimitPolicy policy = new RateLimitPolicy();
        policy.setMetadata(new ObjectMetaBuilder()
                .withName("shop")
                .withNamespace(EmbeddedApi.NAMESPACE)
                .withFinalizers(MergeFinalizer.NAME)
                .build());
        policy = client.resource(policy).create();
        client.resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName("app")
                        .endMetadata()
                        .withData(Map.of("LOG", "info"))
                        .build())
                .create();
        new MergeWriter(client).merge(Owner.of(policy), "app", new TreeMap<>(Map.of("K", "1")));
        client.resource(policy).delete();
        clock.pass(Duration.between(clock.instant(), Instant.now()).plusMinutes(5));
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void theKeysLeaveAndItGoes() {
        // When
        var again = farewell.say(policy(), MEMORY);

        // Then
        assertThat(again).isEmpty();
        assertThat(policy()).isNull();
        assertThat(data()).isEqualTo(Map.of("LOG", "info"));
        assertThat(told).isEmpty();
    }

    @Test
    void keysThatStayInAnImmutableMapAreTold() {
        // Given
        client.configMaps()
                .withName("app")
                .edit(map -> map.edit().withImmutable(true).build());

        // When
        var again = farewell.say(policy(), MEMORY);

        // Then
        assertThat(again).isEmpty();
        assertThat(told)
                .containsExactly(
                        new Cause(Reason.TARGET_IMMUTABLE, "The keys stay in ConfigMap \"app\", which is immutable."));
    }

    @Test
    void aMapThatIsGoneIsToldAndKeepsNothingWaiting() {
        // Given
        client.configMaps().withName("app").delete();

        // When
        var again = farewell.say(policy(), MEMORY);

        // Then
        assertThat(again).isEmpty();
        assertThat(told).extracting(Cause::reason).containsExactly(Reason.TARGET_NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 422, 500})
    void aRefusalIsWaitedForOneMinuteFromTheFirstTryOn(int code) {
        // Given
        api.failNext(ALWAYS, Request::isApply, code, "Refused", "may not");

        // When
        var first = farewell.say(policy(), MEMORY);
        clock.pass(MINUTE);
        var withinTheMinute = farewell.say(policy(), MEMORY);
        clock.pass(Duration.ofSeconds(1));
        var later = farewell.say(policy(), MEMORY);

        // Then
        assertThat(first).isPresent();
        assertThat(withinTheMinute).isPresent();
        assertThat(later).isEmpty();
        assertThat(policy()).isNull();
        assertThat(data()).containsEntry("K", "1");
        assertThat(told).extracting(Cause::reason).containsExactly(Reason.WRITE_REFUSED);
    }

    @Test
    void aRefusalThatEndsInTimeLeavesNothing() {
        // Given
        api.failNext(1, Request::isApply, 403, "Refused", "may not");
        farewell.say(policy(), MEMORY);

        // When
        var again = farewell.say(policy(), MEMORY);

        // Then
        assertThat(again).isEmpty();
        assertThat(data()).isEqualTo(Map.of("LOG", "info"));
    }

    private RateLimitPolicy policy() {
        return client.resources(RateLimitPolicy.class).withName("shop").get();
    }

    private Map<String, String> data() {
        return client.configMaps().withName("app").get().getData();
    }
}
