package dev.cacheward.cluster.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cluster.rig.ResourceManifests;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That a real API server takes the Events, and the count of a cause that comes again. */
class EventsIT {
    private TestNamespace namespace;

    @BeforeEach
    void create() {
        namespace = new TestNamespace("events");
    }

    @AfterEach
    void delete() {
        namespace.close();
    }

    @Test
    void aCauseThatComesAgainIsCountedInItsEvent() {
        // Given
        namespace.apply(ResourceManifests.profile("shop"));
        namespace.awaitReady("shop");
        namespace.apply(ResourceManifests.profile("shop", "users: 9000h"));
        namespace.awaitProfile("shop", ConditionType.STALLED, "True", Reason.INVALID_SPEC);
        namespace.apply(ResourceManifests.profile("shop"));
        namespace.awaitReady("shop");

        // When
        namespace.apply(ResourceManifests.profile("shop", "users: 9000h"));
        namespace.awaitProfile("shop", ConditionType.STALLED, "True", Reason.INVALID_SPEC);

        // Then
        TestNamespace.patiently()
                .untilAsserted(() -> assertThat(told())
                        .contains("Normal Provisioning", "Warning InvalidSpec x2")
                        .anyMatch(event -> event.matches("Normal Ready x[2-9]"))
                        .filteredOn(event -> event.contains("InvalidSpec"))
                        .hasSize(1));
    }

    private List<String> told() {
        return namespace.list(Event.class).stream()
                .filter(event -> event.getRegarding().getKind().equals("CacheProfile"))
                .map(event -> event.getType() + " " + event.getReason() + times(event))
                .toList();
    }

    private static String times(Event event) {
        return event.getSeries() == null ? "" : " x" + event.getSeries().getCount();
    }
}
