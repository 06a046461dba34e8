package dev.cacheward.restart;

import dev.cacheward.kubernetes.Owner;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one custom resource sets on the pods of a workload. Each resource has an annotation and a field manager of its own, so that
 * several of them can mark one workload.
 *
 * @param manager never to be changed: what an earlier name owns could not be set any more
 * @param annotation its name
 * @param value another one replaces the pods
 */
record Mark(String namespace, String manager, String annotation, String value) {
    /** Where a workload has the annotations of its pods. */
    static final List<String> ANNOTATIONS = List.of("spec", "template", "metadata", "annotations");

    /** The mark of an owner. */
    static Mark of(Owner owner, String value) {
        return new Mark(owner.namespace(), owner.fieldManager(), owner.kind().annotation(owner.name()), value);
    }

    /** Where it stands in a workload. */
    List<String> path() {
        return Stream.concat(ANNOTATIONS.stream(), Stream.of(annotation)).toList();
    }
}
