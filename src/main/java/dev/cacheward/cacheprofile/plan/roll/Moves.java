package dev.cacheward.cacheprofile.plan.roll;

import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.Server;
import dev.cacheward.cacheprofile.render.StatefulSetRenderer;
import dev.cacheward.kubernetes.ResourceAnnotations;

/** Makes a new pod out of the wish for one: the pod has an annotation with it, so that each new wish is a new template. */
public final class Moves {
    private Moves() {}

    /** Returns the server with the wish. A wish that is taken back stays where it is, since its absence would be a new one. */
    public static Server of(Server wanted, Observed observed) {
        return observed.roll()
                .wishes()
                .move()
                .or(() -> observed.server()
                        .statefulSet()
                        .map(live -> StatefulSetRenderer.annotation(live, ResourceAnnotations.MOVE))
                        .filter(text -> !text.isEmpty()))
                .map(text -> wanted.withPod(wanted.pod().annotated(ResourceAnnotations.MOVE, text)))
                .orElse(wanted);
    }
}
