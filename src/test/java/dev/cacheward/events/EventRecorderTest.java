package dev.cacheward.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.status.Cause;
import dev.cacheward.status.ConditionStatus;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import dev.cacheward.testbed.EmbeddedApi;
import dev.cacheward.testbed.SettableClock;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import java.time.Duration;
import java.util.List;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventRecorderTest {
    private static final List<Condition> READY = List.of(ready(ConditionStatus.TRUE, Reason.READY, "all is well"));
    private static final List<Condition> LOST = List.of(
            ready(ConditionStatus.FALSE, Reason.TIMEOUT, "no answer"),
            condition(ConditionType.REDIS_AVAILABLE, ConditionStatus.FALSE, Reason.TIMEOUT, "no answer"));

    private final EmbeddedApi api = EmbeddedApi.start();
    private final SettableClock clock = new SettableClock();
    private final EventRecorder recorder = recorder();

    @AfterEach
    void stop() {
        recorder.close();
        api.close();
    }

    @Test
    void aCauseIsOneEventWithTheReasonOfTheCondition() {
        // When
        recorder.reconciled(profile("shop"), READY, LOST);

        // Then
        soon().untilAsserted(() -> assertThat(events()).singleElement().satisfies(event -> {
            assertThat(event.getReason()).isEqualTo("Timeout");
            assertThat(event.getType()).isEqualTo("Warning");
            assertThat(event.getNote()).isEqualTo("no answer");
            assertThat(event.getRegarding().getKind()).isEqualTo("CacheProfile");
            assertThat(event.getRegarding().getName()).isEqualTo("shop");
            assertThat(event.getRegarding().getUid()).isEqualTo("uid-of-shop");
            assertThat(event.getReportingController()).isEqualTo("cacheward.dev/operator");
            assertThat(event.getReportingInstance()).isEqualTo("pod-1");
            assertThat(event.getEventTime().getTime()).isEqualTo("2025-06-01T12:00:00.000000Z");
            assertThat(event.getSeries()).isNull();
        }));
    }

    @Test
    void thatAllIsWellAgainIsNoWarning() {
        // When
        recorder.reconciled(profile("shop"), LOST, READY);

        // Then
        soon().untilAsserted(() -> assertThat(events())
                .singleElement()
                .satisfies(event -> assertThat(event.getType()).isEqualTo("Normal")));
    }

    @Test
    void whatBecameOfKeysAtTheEndOfAResourceIsAnEvent() {
        // When
        recorder.keysLeft(profile("shop"), new Cause(Reason.TARGET_IMMUTABLE, "the keys stay"));

        // Then
        soon().untilAsserted(() -> assertThat(events()).singleElement().satisfies(event -> {
            assertThat(event.getReason()).isEqualTo("TargetImmutable");
            assertThat(event.getType()).isEqualTo("Warning");
            assertThat(event.getNote()).isEqualTo("the keys stay");
            assertThat(event.getRegarding().getName()).isEqualTo("shop");
        }));
    }

    @Test
    void withoutAChangeNothingIsWritten() {
        // When
        recorder.reconciled(profile("shop"), LOST, LOST);
        recorder.close();

        // Then
        assertThat(api.writes()).isEmpty();
    }

    @Test
    void aCauseThatComesAgainIsCountedInItsEvent() {
        // When
        for (int i = 0; i < 3; i++) {
            recorder.reconciled(profile("shop"), READY, LOST);
        }

        // Then
        soon().untilAsserted(() -> assertThat(events())
                .singleElement()
                .satisfies(event -> assertThat(event.getSeries().getCount()).isEqualTo(3)));
    }

    @Test
    void anotherProcessAddsToTheEventThatIsThere() {
        // Given
        recorder.reconciled(profile("shop"), READY, LOST);

        // When
        try (EventRecorder restarted = recorder()) {
            restarted.reconciled(profile("shop"), READY, LOST);

            // Then
            soon().untilAsserted(() -> assertThat(events())
                    .singleElement()
                    .satisfies(event -> assertThat(event.getSeries().getCount()).isEqualTo(2)));
        }
    }

    @Test
    void anEventThatTheApiServerHasRemovedIsMadeAnew() {
        // Given
        recorder.reconciled(profile("shop"), READY, LOST);
        soon().until(() -> events().size() == 1);
        api.client().resource(events().get(0)).delete();

        // When
        recorder.reconciled(profile("shop"), READY, LOST);

        // Then
        soon().untilAsserted(() -> assertThat(events()).hasSize(1));
    }

    @Test
    void aRefusedEventDisturbsNothing() {
        // Given
        api.failNext(1, request -> request.isWrite(), 403, "Forbidden", "no right to create events");

        // When
        recorder.reconciled(profile("shop"), READY, LOST);
        recorder.reconciled(profile("shop"), LOST, READY);

        // Then
        soon().untilAsserted(() -> assertThat(events())
                .singleElement()
                .satisfies(event -> assertThat(event.getReason()).isEqualTo("Ready")));
    }

    @Test
    void namesAndNotesKeepToTheirBounds() {
        // When
        String name = "a".repeat(253);
        recorder.reconciled(
                profile(name), READY, List.of(ready(ConditionStatus.FALSE, Reason.INVALID_SPEC, "é".repeat(4096))));

        // Then
        soon().untilAsserted(() -> assertThat(events()).singleElement().satisfies(event -> {
            assertThat(event.getNote()).hasSize(511).endsWith("é…"); // 1023 bytes: one more letter has two
            assertThat(event.getMetadata().getName()).hasSize(253);
        }));
    }

    private EventRecorder recorder() {
        return new EventRecorder(api.client(), "pod-1", clock, Duration.ofMinutes(1));
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(60)).ignoreExceptions();
    }

    private List<Event> events() {
        return api.client().events().v1().events().inNamespace("team").list().getItems();
    }

    private static CacheProfile profile(String name) {
        CacheProfile profile = new CacheProfile();
        profile.setMetadata(new ObjectMetaBuilder()
                .withNamespace("team")
                .withName(name)
                .withUid("uid-of-" + name)
                .build());
        return profile;
    }

    private static Condition ready(ConditionStatus truth, Reason reason, String message) {
        return condition(ConditionType.READY, truth, reason, message);
    }

    private static Condition condition(ConditionType type, ConditionStatus truth, Reason reason, String message) {
        return new Condition(type.wire(), truth.wire(), reason.wire(), message, "2026-03-01T10:00:00Z", 1L);
    }
}
