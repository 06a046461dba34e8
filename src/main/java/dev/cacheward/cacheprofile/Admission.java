package dev.cacheward.cacheprofile;

import dev.cacheward.cacheprofile.plan.Replacement;
import dev.cacheward.kubernetes.ApiRefusal;
import dev.cacheward.status.Cause;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.util.Optional;

/**
 * Asks the API server whether it would admit a pod, by a dry run that creates nothing: quotas, LimitRanges, policies and webhooks
 * all answer.
 */
final class Admission {
    /** Begins the message about a webhook that takes part in no dry run, so that nothing is known. */
    private static final String NO_DRY_RUN = "does not support dry run";

    private final KubernetesClient client;

    Admission(KubernetesClient client) {
        this.client = client;
    }

    /** Returns why the server that serves must not make room for its replacement. */
    Optional<Cause> refusal(Replacement replacement) {
        try {
            Pod admitted = client.resource(replacement.pod()).dryRun().create();
            return replacement.unfit(admitted);
        } catch (KubernetesClientException refused) {
            String all = Optional.ofNullable(refused.getStatus())
                    .map(Status::getMessage)
                    .orElse("");
            boolean unknown = refused.getCode() == HttpURLConnection.HTTP_CONFLICT || all.contains(NO_DRY_RUN);
            return unknown || replacement.fitsLater(all)
                    ? Optional.empty()
                    : Optional.of(
                            replacement.refused(ApiRefusal.ofLasting(refused).message()));
        }
    }
}
