package dev.cacheward.kubernetes;

import dev.cacheward.kubernetes.fields.ManagedFieldsStrippingStore;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.Constants;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.health.InformerHealthIndicator;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.Mappers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The children in the informers of one kind's reconciler.
 *
 * @param <P> the kind that owns the children
 */
public final class EventSourceChildren<P extends HasMetadata> implements Children {
    private final Map<Class<? extends HasMetadata>, InformerEventSource<?, P>> sources = new LinkedHashMap<>();
    private final OwnerKind kind;

    /** @param kind the kind whose label says which resource an event belongs to */
    public EventSourceChildren(OwnerKind kind) {
        this.kind = kind;
    }

    /**
     * Starts to watch the children of these types. An event belongs to the resource that the label names and not to the
     * controller: so events of a predecessor's children and of pods, whose controller is a StatefulSet, count too.
     */
    public List<EventSource<?, P>> watch(EventSourceContext<P> context, List<Class<? extends HasMetadata>> types) {
        types.forEach(type -> sources.put(type, source(context, type)));
        return new ArrayList<>(sources.values());
    }

    private <R extends HasMetadata> InformerEventSource<R, P> source(EventSourceContext<P> context, Class<R> type) {
        InformerEventSourceConfiguration.Builder<R> children = InformerEventSourceConfiguration.from(
                        type, context.getPrimaryResourceClass())
                .withName(HasMetadata.getPlural(type))
                .withLabelSelector(Labels.CHILDREN_SELECTOR + "," + kind.label())
                .withSecondaryToPrimaryMapper(Mappers.fromLabel(kind.label(), null, context.getPrimaryResourceClass()))
                .withNamespacesInheritedFromController();
        ManagedFieldsStrippingStore.<R>of(context.getControllerConfiguration()).ifPresent(children::withItemStore);
        return new InformerEventSource<>(children.build(), context);
    }

    /** Returns the types that are not listed yet in a namespace. Their objects are unknown, not absent. */
    List<WatchProbe> unlisted(String namespace) {
        return sources.entrySet().stream()
                .flatMap(entry -> unlisted(entry.getKey(), entry.getValue(), namespace).stream())
                .toList();
    }

    /** If all namespaces are watched, there is one informer for them. */
    private static Optional<WatchProbe> unlisted(
            Class<? extends HasMetadata> type, InformerEventSource<?, ?> source, String namespace) {
        Map<String, InformerHealthIndicator> informers = source.informerHealthIndicators();
        boolean named = informers.containsKey(namespace);
        return Optional.ofNullable(informers.get(named ? namespace : Constants.WATCH_ALL_NAMESPACES))
                .filter(informer -> !informer.hasSynced())
                .map(informer -> new WatchProbe(type, named ? Optional.of(namespace) : Optional.empty()));
    }

    @Override
    public <T extends HasMetadata> Optional<T> find(Class<T> type, String namespace, String name) {
        return Optional.ofNullable(sources.get(type))
                .flatMap(source -> source.get(new ResourceID(name, namespace)))
                .map(type::cast);
    }

    @Override
    public <T extends HasMetadata> List<T> labelled(Class<T> type, String namespace, String key, String value) {
        return sources.get(type)
                .list(
                        namespace,
                        object -> value.equals(object.getMetadata().getLabels().get(key)))
                .map(type::cast)
                .sorted(Comparator.comparing(object -> object.getMetadata().getName()))
                .toList();
    }

    @Override
    public void wrote(HasMetadata written, Optional<? extends HasMetadata> previous) {
        InformerEventSource<?, P> source = sources.get(written.getClass());
        if (source != null) {
            remember(source, written, previous);
        }
    }

    @SuppressWarnings("unchecked") // the map pairs each class with the source of that class
    private <R extends HasMetadata> void remember(
            InformerEventSource<R, P> source, HasMetadata written, Optional<? extends HasMetadata> previous) {
        ResourceID id = ResourceID.fromResource(written);
        previous.ifPresentOrElse(
                before -> source.handleRecentResourceUpdate(id, (R) written, (R) before),
                () -> source.handleRecentResourceCreate(id, (R) written));
    }
}
