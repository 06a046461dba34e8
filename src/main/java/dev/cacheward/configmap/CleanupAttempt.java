package dev.cacheward.configmap;

import dev.cacheward.kubernetes.ApiRefusal;
import dev.cacheward.kubernetes.NoAnswer;
import dev.cacheward.kubernetes.Owner;
import dev.cacheward.kubernetes.StatusCode;
import io.fabric8.kubernetes.client.KubernetesClientException;

/**
 * A try to take the keys of a resource that ends out of one ConfigMap.
 *
 * @param answered whether the API server said what became of it
 */
record CleanupAttempt(Merge merge, boolean answered) {
    /**
     * A broken admission webhook makes the API server fail for as long as it is broken, or answer later than anybody waits. Then
     * it shows the map nevertheless; an API server that does not even do that is away itself, which is no refusal.
     *
     * @throws KubernetesClientException where it passes by itself
     */
    static CleanupAttempt attempt(MergeWriter merges, Owner owner, String name) {
        try {
            return new CleanupAttempt(merges.clean(owner, name), true);
        } catch (KubernetesClientException failure) {
            boolean answered = NoAnswer.of(failure).isEmpty();
            if (answered && failure.getCode() < StatusCode.INTERNAL_ERROR) {
                throw failure;
            }
            if (!answered) {
                merges.live(owner, name);
            }
            return new CleanupAttempt(new Merge.Refused(ApiRefusal.of(failure).message()), answered);
        }
    }

    /** Why the keys stay if this goes on, as the end of a sentence. */
    String why() {
        return answered
                ? "the API server has refused to change it for a minute"
                : "the API server has given no answer for a minute when it was to be changed, as where an admission"
                        + " webhook gives none";
    }
}
