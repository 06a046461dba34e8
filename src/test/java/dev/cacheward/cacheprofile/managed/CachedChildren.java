package dev.cacheward.cacheprofile.managed;

import dev.cacheward.kubernetes.Children;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Optional;

/** Informers that know these objects by name, and these pods by their labels. */
record CachedChildren(List<? extends HasMetadata> objects, List<Pod> pods) implements Children {
    @Override
    public <T extends HasMetadata> Optional<T> find(Class<T> type, String namespace, String name) {
        return objects.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(object -> object.getMetadata().getName().equals(name))
                .findFirst();
    }

    @Override
    public <T extends HasMetadata> List<T> labelled(Class<T> type, String namespace, String key, String value) {
        return pods.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Override
    public void wrote(HasMetadata written, Optional<? extends HasMetadata> previous) {}
}
