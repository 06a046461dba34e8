package dev.cacheward.cacheprofile.managed;

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
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.util.Optional;

/**
 * Plans, and asks the API server before a pod that serves makes room whether it would admit the next one. It also asks about a
 * pod that should be there and is not. That is a dry run, which creates nothing: quotas, LimitRanges, policies and webhooks all
 * answer.
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
            return saysNothing(refused) || replacement.fitsLater(words(refused))
                    ? Optional.empty()
                    : Optional.of(
                            replacement.refused(ApiRefusal.ofLasting(refused).message()));
        }
    }

    /**
     * Returns why the pod of a StatefulSet that has none is not made; empty if the API server would take it, or if that is not
     * known. The controller, which asks for the pod, tells the answer in Events only.
     */
    Optional<Cause> missing(StatefulSet live) {
        try {
            client.resource(Replacement.podOf(live)).dryRun().create();
            return Optional.empty();
        } catch (KubernetesClientException refused) {
            return Optional.of(ApiRefusal.of(refused))
                    .filter(refusal -> refusal.lasting() && !saysNothing(refused))
                    .map(refusal -> MissingPod.refused(live, refusal.message()));
        }
    }

    private static boolean saysNothing(KubernetesClientException refused) {
        return refused.getCode() == HttpURLConnection.HTTP_CONFLICT
                || words(refused).contains(NO_DRY_RUN);
    }

    private static String words(KubernetesClientException refused) {
        return Optional.ofNullable(refused.getStatus()).map(Status::getMessage).orElse("");
    }
}
