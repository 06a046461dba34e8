package dev.cacheward.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Optional;

/** Reads the children of custom resources from the caches of the informers, without a request. */
public interface Children {
    /** Returns the object of that name if it carries the operator's label, whoever owns it. */
    <T extends HasMetadata> Optional<T> find(Class<T> type, String namespace, String name);

    /** Returns all objects of a type whose label {@code key} is {@code value}, sorted by name. */
    <T extends HasMetadata> List<T> labelled(Class<T> type, String namespace, String key, String value);

    /** Puts what was just written into the caches, so that the next reconciliation does not see the previous state. */
    void wrote(HasMetadata written, Optional<? extends HasMetadata> previous);
}
