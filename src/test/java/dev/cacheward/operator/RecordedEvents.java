package dev.cacheward.operator;

import dev.cacheward.testbed.EmbeddedApi;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;

/** What the Events say, in words such as {@code CacheProfile Ready x2}. */
final class RecordedEvents {
    private RecordedEvents() {}

    /** Of the resources of this name. */
    static List<String> of(KubernetesClient client, String name) {
        return client.events().v1().events().inNamespace(EmbeddedApi.NAMESPACE).list().getItems().stream()
                .filter(event -> event.getRegarding().getName().equals(name))
                .map(event -> event.getRegarding().getKind() + " " + event.getReason() + times(event))
                .toList();
    }

    private static String times(Event event) {
        return event.getSeries() == null ? "" : " x" + event.getSeries().getCount();
    }
}
