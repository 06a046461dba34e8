package dev.cacheward.configmap;

import dev.cacheward.kubernetes.ApiRefusal;
import dev.cacheward.kubernetes.NoAnswer;
import dev.cacheward.kubernetes.Owner;
import dev.cacheward.kubernetes.StatusCode;
import io.fabric8.kubernetes.client.KubernetesClientException;

/**
 * One attempt to take the keys of a resource that is being deleted out of one ConfigMap.
 *
 * @param answered whether the API server answered the attempt
 */
record CleanupAttempt(Merge merge, boolean answered) {
    /**
     * Makes the attempt. A broken admission webhook makes the API server fail, or answer too late, for as long as it is broken;
     * this counts as a refusal. If there was no answer, the map is read as well: an API server that cannot even do that is
     * unreachable, which is not a refusal.
     *
     * @throws KubernetesClientException if the cause passes by itself
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

    /** Returns why the keys stay if this goes on, as the end of a sentence. */
    String why() {
        return answered
                ? "the API server has refused to change it for a minute"
                : "the API server has given no answer for a minute when it was to be changed, as where an admission"
                        + " webhook gives none";
    }
}
