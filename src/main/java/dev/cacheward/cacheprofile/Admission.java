package dev.cacheward.cacheprofile;

import dev.cacheward.cacheprofile.model.Credentials;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.ValidatedProfile;
import dev.cacheward.cacheprofile.plan.CacheProfilePlanner;
import dev.cacheward.cacheprofile.plan.ProfilePlan;
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
 * Plans, and asks the API server before a pod that serves makes room whether it would admit the next one. That is a dry run,
 * which creates nothing: quotas, LimitRanges, policies and webhooks all answer.
 */
final class Admission {
    /** Begins the message about a webhook that takes part in no dry run, so that nothing is known. */
    private static final String NO_DRY_RUN = "does not support dry run";

    private final KubernetesClient client;
    private final CacheProfilePlanner planner;

    Admission(KubernetesClient client, CacheProfilePlanner planner) {
        this.client = client;
        this.planner = planner;
    }

    /** Returns the plan, in which the server stays as it is if its next pod would not be admitted; empty for an invalid profile. */
    Optional<ProfilePlan> plan(ValidatedProfile validated, Observed observed, Optional<Credentials> credentials) {
        Optional<ProfilePlan> plan = planner.plan(validated, observed, credentials);
        Optional<Cause> refused = Replacement.of(plan, observed).flatMap(this::refusal);
        return refused.isPresent() ? planner.plan(validated, observed, credentials, refused) : plan;
    }

    private Optional<Cause> refusal(Replacement replacement) {
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
