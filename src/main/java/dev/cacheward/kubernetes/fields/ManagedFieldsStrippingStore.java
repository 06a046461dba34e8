package dev.cacheward.kubernetes.fields;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.informers.cache.BasicItemStore;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import io.fabric8.kubernetes.client.informers.cache.ItemStore;
import io.javaoperatorsdk.operator.api.config.ControllerConfiguration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Stores the objects of an informer without {@code managedFields}, which take most of the memory of a small object. The owners
 * of fields are read from the live object instead.
 *
 * @param <R> the type of the objects
 */
public final class ManagedFieldsStrippingStore<R extends HasMetadata> extends BasicItemStore<R> {
    private ManagedFieldsStrippingStore() {
        super(Cache::metaNamespaceKeyFunc);
    }

    /** Returns a store for an event source of a configured controller. */
    public static <R extends HasMetadata> Optional<ItemStore<R>> of(ControllerConfiguration<?> controller) {
        return of(controller.getInformerConfig().getEffectiveNamespaces(controller));
    }

    /**
     * Returns a store for one event source.
     *
     * @param namespaces the namespaces that are watched; empty means all
     * @return empty for several namespaces, of which each has an informer: they would share the store, and each would treat the
     *     objects of the others as deleted
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
