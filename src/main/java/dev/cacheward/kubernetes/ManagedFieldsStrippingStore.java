package dev.cacheward.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.informers.cache.BasicItemStore;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import io.fabric8.kubernetes.client.informers.cache.ItemStore;
import io.javaoperatorsdk.operator.api.config.ControllerConfiguration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an informer keeps of objects: all but {@code managedFields}, which are the larger part of a small object in memory and which
 * nobody reads from a cache. Who asks for owners of fields reads the live object.
 *
 * @param <R> the type of the objects
 */
public final class ManagedFieldsStrippingStore<R extends HasMetadata> extends BasicItemStore<R> {
    private ManagedFieldsStrippingStore() {
        super(Cache::metaNamespaceKeyFunc);
    }

    /** A store for an event source of a controller that is set up. */
    public static <R extends HasMetadata> Optional<ItemStore<R>> of(ControllerConfiguration<?> controller) {
        return of(controller.getInformerConfig().getEffectiveNamespaces(controller));
    }

    /**
     * A store for one event source.
     *
     * @param namespaces that are watched; none for all of them
     * @return empty where there is an informer for each of several namespaces: they would share the store, and each would take the
     *     objects of the others for deleted
     */
    public static <R extends HasMetadata> Optional<ItemStore<R>> of(Set<String> namespaces) {
        return namespaces.size() > 1 ? Optional.empty() : Optional.of(new ManagedFieldsStrippingStore<>());
    }

    @Override
    public R put(String key, R object) {
        object.getMetadata().setManagedFields(List.of());
        return super.put(key, object);
    }
}
