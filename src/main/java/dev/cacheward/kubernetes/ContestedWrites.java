package dev.cacheward.kubernetes;

import dev.cacheward.drift.Difference;
import dev.cacheward.drift.Drift;
import dev.cacheward.drift.Subject;
import dev.cacheward.drift.Tries;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;

/**
 * Writes existing objects, and finds out who changes what was written. A pod spec that is changed while it is written is left
 * so: to fight for it would be of no use, and to win one day would replace the pod.
 */
final class ContestedWrites {
    private static final List<String> POD_SPEC = List.of("spec", "template", "spec");

    private final WriteRequests requests;
    private final Tries tries;

    ContestedWrites(WriteRequests requests, Tries tries) {
        this.requests = requests;
        this.tries = tries;
    }

    /**
     * Applies the object, and writes its lists as a whole if that was not enough. Server-side apply keeps a foreign element of
     * a list beside ours, or refuses the object if that is invalid, as with a second port of the same name.
     */
    HasMetadata rewrite(DesiredObject wanted, String uid) {
        return tries.knows(wanted.subject(), wanted.content()) && tries.prefersLists(wanted.subject())
                ? replaceLists(wanted, uid)
                : apply(wanted, uid);
    }

    private HasMetadata apply(DesiredObject wanted, String uid) {
        tries.writing(wanted.subject(), wanted.content());
        try {
            HasMetadata written = requests.apply(wanted.object(), uid);
            return hasForeignElements(wanted, written) && prefersLists(wanted) ? replaceLists(wanted, uid) : written;
        } catch (KubernetesClientException refused) {
            if (refused.getCode() != StatusCode.INVALID || !prefersLists(wanted)) {
                throw refused;
            }
            return replaceLists(wanted, uid);
        }
    }

    /** Remembers that an apply is not enough. Returns whether there is a try left. */
    private boolean prefersLists(DesiredObject wanted) {
        tries.preferLists(wanted.subject(), true);
        return tries.allows(wanted.subject(), wanted.content());
    }

    private HasMetadata replaceLists(DesiredObject wanted, String uid) {
        tries.writing(wanted.subject(), wanted.content());
        try {
            return requests.replaceLists(wanted.object(), uid);
        } catch (KubernetesClientException refused) {
            tries.preferLists(wanted.subject(), false);
            throw refused;
        }
    }

    /** Lists of pods are never replaced, since Kubernetes itself adds elements to them. */
    private static boolean hasForeignElements(DesiredObject wanted, HasMetadata written) {
        return !(written instanceof Pod)
                && Drift.between(wanted.object(), written).stream().anyMatch(Difference::grown);
    }

    /**
     * Judges the answer to a write. Admission may add to a pod, which is never written again, so that is no drift.
     *
     * @return whether the object is as it is wanted
     */
    boolean stays(DesiredObject wanted, HasMetadata answer) {
        Subject subject = wanted.subject();
        List<Difference> drift = Drift.between(wanted.object(), answer);
        if (answer instanceof Pod || drift.isEmpty()) {
            return true;
        }
        if (isPodSpec(answer, drift)) {
            tries.settle(subject, wanted.content(), drift);
        } else if (!tries.allows(subject, wanted.content())) {
            tries.differs(subject, drift);
        }
        return false;
    }

    /**
     * Whether the pod spec was changed while an earlier process wrote it: then we still own the field, and nobody else owns any
     * of them. Somebody who edits a workload becomes an owner.
     */
    boolean settled(DesiredObject wanted, List<Difference> drift) {
        boolean unknown = !tries.knows(wanted.subject(), wanted.content());
        boolean settled = unknown
                && isPodSpec(wanted.object(), drift)
                && drift.stream().noneMatch(Difference::absent)
                && requests.read(wanted.object())
                        .map(ManagedFields::of)
                        .filter(fields ->
                                fields.applied(Writer.FIELD_MANAGER, "spec").contains("template"))
                        .filter(fields ->
                                fields.other(Writer.FIELD_MANAGER, POD_SPEC).isEmpty())
                        .isPresent();
        if (settled) {
            tries.settle(wanted.subject(), wanted.content(), drift);
        }
        return settled;
    }

    private static boolean isPodSpec(HasMetadata object, List<Difference> drift) {
        return object instanceof StatefulSet && drift.stream().allMatch(Difference::isInPodSpec);
    }
}
