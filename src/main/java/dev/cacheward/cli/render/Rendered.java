package dev.cacheward.cli.render;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;

/**
 * What becomes of one resource.
 *
 * @param objects in the order in which they are written
 * @param notes what is not among them, and why; one sentence each
 */
record Rendered(List<Item> objects, List<String> notes) {
    /** Keeps copies. */
    Rendered {
        objects = List.copyOf(objects);
        notes = List.copyOf(notes);
    }

    /**
     * One object.
     *
     * @param comment stands above it; empty if there is nothing to say
     */
    record Item(HasMetadata object, String comment) {
        static Item of(HasMetadata object) {
            return new Item(object, "");
        }
    }
}
