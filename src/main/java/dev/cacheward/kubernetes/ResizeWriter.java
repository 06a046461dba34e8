package dev.cacheward.kubernetes;

import dev.cacheward.drift.Difference;
import dev.cacheward.drift.Drift;
import dev.cacheward.drift.Subject;
import dev.cacheward.drift.Tries;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.StatusDetails;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gives containers of running pods other resources, as often as {@link Tries} allows. */
public final class ResizeWriter {
    private static final Set<Integer> UNKNOWN = Set.of(StatusCode.NOT_FOUND, StatusCode.METHOD_NOT_ALLOWED);

    private final WriteRequests requests;
    private final Children children;
    private final Tries tries;

    /** @param children the caches; every write is put into them */
    public ResizeWriter(KubernetesClient client, Children children, Tries tries) {
        this.requests = new WriteRequests(client);
        this.children = children;
        this.tries = tries;
    }

    /** What became of a request. */
    public sealed interface Answer {
        /** The pod's spec has the resources; its node has yet to give them. */
        record Taken() implements Answer {}

        /** The cluster gives a pod that runs no such resources, and asking again does not help. */
        record Impossible() implements Answer {}

        /**
         * Nothing has changed.
         *
         * @param words the API server's own
         */
        record Refused(String words) implements Answer {}

        /** Nothing is known; the next reconciliation asks again. */
        record Later() implements Answer {}
    }

    /**
     * Asks for other resources.
     *
     * @param pod the pod that was verified to be ours
     * @param resources as in a pod
     */
    public Answer resize(Pod pod, String container, Map<String, ?> resources, Owner owner) {
        Subject subject =
                Subject.of(owner.uid(), "Resize of Pod", pod.getMetadata().getName());
        String content = Drift.content(resources);
        if (!tries.allows(subject, content)) {
            return tries.heldBack(subject, List.of(Difference.missing()))
                    .<Answer>map(cause -> new Answer.Refused(cause.message()))
                    .orElseGet(Answer.Later::new);
        }
        tries.writing(subject, content);
        try {
            children.wrote(requests.resize(pod, container, resources), Optional.of(pod));
            return new Answer.Taken();
        } catch (KubernetesClientException refused) {
            return answer(subject, refused);
        }
    }

    private Answer answer(Subject subject, KubernetesClientException exception) {
        if (exception.getCode() == StatusCode.INVALID
                || UNKNOWN.contains(exception.getCode()) && !isAboutPod(exception)) {
            return new Answer.Impossible();
        }
        if (exception.getCode() == StatusCode.CONFLICT || exception.getCode() == StatusCode.NOT_FOUND) {
            return new Answer.Later();
        }
        ApiRefusal refusal = ApiRefusal.of(exception);
        if (!refusal.lasting()) {
            tries.failed(subject);
            throw exception;
        }
        tries.refused(subject, new Cause(Reason.WRITE_REFUSED, refusal.message()));
        return new Answer.Refused(refusal.message());
    }

    /** Whether the pod is gone, rather than that the API server does not know how to resize one. */
    private static boolean isAboutPod(KubernetesClientException exception) {
        return Optional.ofNullable(exception.getStatus())
                .map(Status::getDetails)
                .map(StatusDetails::getName)
                .filter(name -> !name.isEmpty())
                .isPresent();
    }
}
