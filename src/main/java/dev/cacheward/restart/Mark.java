package dev.cacheward.restart;

import dev.cacheward.delivery.RestartPlan;
import dev.cacheward.kubernetes.Owner;
import java.util.List;
import java.util.stream.Stream;

/**
 * The annotation that one custom resource sets on the pods of a workload. Each resource has an annotation and a field manager
 * of its own, so that several of them can mark one workload.
 *
 * @param manager the field manager; its form must never change, since an annotation that an earlier name owns could no longer
 *     be set
 * @param annotation the name of the annotation
 * @param wanted what the pods must have read
 */
record Mark(String namespace, String manager, String annotation, RestartPlan wanted) {
    /** The path to the annotations of the pods in a workload. */
    static final List<String> ANNOTATIONS = List.of("spec", "template", "metadata", "annotations");

    /** The mark of an owner. */
    static Mark of(Owner owner, RestartPlan plan) {
        return new Mark(owner.namespace(), owner.fieldManager(), owner.kind().annotation(owner.name()), plan);
    }

    /** Returns the path to this annotation in a workload. */
    List<String> path() {
        return Stream.concat(ANNOTATIONS.stream(), Stream.of(annotation)).toList();
    }
}
