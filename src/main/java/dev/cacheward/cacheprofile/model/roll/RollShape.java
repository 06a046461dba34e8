package dev.cacheward.cacheprofile.model.roll;

import java.util.Optional;

/**
 * What the objects of a server say about its pods.
 *
 * @param ordinals of the StatefulSet
 * @param active the name of the pod that the Service leads to
 * @param mark of the StatefulSet; empty for none
 */
public record RollShape(Ordinals ordinals, String active, Optional<RollMark> mark) {
    /** Returns the shape of a server with this one pod. */
    public static RollShape only(String pod) {
        return new RollShape(Ordinals.only(pod), pod, Optional.empty());
    }
}
