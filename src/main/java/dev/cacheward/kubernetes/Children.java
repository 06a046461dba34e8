package dev.cacheward.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Optional;

/** The children of custom resources, as the informers know them; no request is made. */
public interface Children {
    /** The object of that name if it carries the operator's label, whoever owns it. */
    <T extends HasMetadata> Optional<T> find(Class<T> type, String namespace, String name);

    /** All objects of a type whose label {@code key} is {@code value}, by name. */
    <T extends HasMetadata> List<T> labelled(Class<T> type, String namespace, String key, String value);

    /** Tells the caches what was just written, so that the next look does not see the state before. */
    void wrote(HasMetadata written, Optional<? extends HasMetadata> previous);
}
