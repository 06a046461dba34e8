package dev.cacheward;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.Delivered;
import dev.cacheward.api.v1alpha1.Delivery;
import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import dev.cacheward.api.v1alpha1.ResourceStatus;
import dev.cacheward.configmap.Farewell;
import dev.cacheward.leader.WriteFence;
import dev.cacheward.runtime.Logging;
import dev.cacheward.runtime.Settings;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way out of a cluster: takes all merged keys out of the ConfigMaps of somebody else's, and all finalizers off, so that every
 * resource can be deleted when no operator runs any more. The Redis servers, their Secrets and ConfigMaps stay until then.
 */
final class Release {
    private static final Logger LOG = LoggerFactory.getLogger(Release.class);

    /** As long as a refusal is waited for at a deletion. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(5);
    private static final Set<String> ENDED = Set.of("Succeeded", "Failed");
    private static final Duration STOP = Duration.ofSeconds(90);

    private final KubernetesClient client;
    private final Settings settings;
    private final Farewell farewell;
    private final Waiting waiting;

    Release(KubernetesClient client, Settings settings, Waiting waiting) {
        this.client = client;
        this.settings = settings;
        this.farewell = new Farewell(client, waiting.clock());
        this.waiting = waiting;
    }

    /**
     * The command: releases everything, and ends the process with an error where keys had to be left.
     *
     * @param deployment the operator's own, which is stopped first; empty where it does not run
     */
    static void run(Settings settings, Optional<String> deployment) {
        Logging.apply(settings.logLevel(), settings.logFormat());
        try (KubernetesClient client = Clients.operator(new WriteFence(() -> true))) {
            Release release = new Release(client, settings, Waiting.real());
            deployment.ifPresent(release::stop);
            if (!release.all()) {
                System.exit(1);
            }
        }
    }

    /**
     * Stops the operator, which would put everything back.
     *
     * @param deployment in {@code CACHEWARD_NAMESPACE}; returns when none of its pods runs
     */
    void stop(String deployment) {
        String namespace = settings.ownNamespace().orElseThrow();
        var operator = client.apps().deployments().inNamespace(namespace).withName(deployment);
        if (operator.get() == null) {
            return;
        }
        LOG.info("Stopping deployment {} in {}", deployment, namespace);
        Map<String, String> pods = operator.get().getSpec().getSelector().getMatchLabels();
        operator.patch(PatchContext.of(PatchType.JSON_MERGE), "{\"spec\": {\"replicas\": 0}}");
        client.pods()
                .inNamespace(namespace)
                .withLabels(pods)
                .informOnCondition(Release::allHaveEnded)
                .orTimeout(STOP.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    /** A pod that was evicted stays as an object, and does nothing more. */
    private static boolean allHaveEnded(List<Pod> pods) {
        return pods.stream()
                .map(Pod::getStatus)
                .allMatch(status -> status != null && ENDED.contains(status.getPhase()));
    }

    /**
     * Releases every resource in the namespaces of the settings.
     *
     * @return whether all keys are out; what is not stays where it is, and the log names it
     */
    boolean all() {
        List<Leaver> leavers = Stream.concat(
                        list(CacheProfile.class).map(Release::leaver),
                        list(RateLimitPolicy.class).map(Release::leaver))
                .toList();
        Instant end = waiting.clock().instant().plus(PATIENCE);
        List<Leaver> refused = release(leavers);
        while (!refused.isEmpty() && waiting.pause(BETWEEN_TRIES, end)) {
            refused = release(refused);
        }
        refused.forEach(
                leaver -> farewell.letGo(leaver.resource(), farewell.takeOut(leaver.resource(), leaver.memory())));
        LOG.info("Released {} resources", leavers.size());
        return refused.isEmpty();
    }

    /** A resource, and where its keys may be. */
    private record Leaver(HasMetadata resource, Farewell.Memory memory) {}

    /** Lets those go whose keys are out; the others, which share one wait. */
    private List<Leaver> release(List<Leaver> leavers) {
        return leavers.stream().filter(leaver -> !release(leaver)).toList();
    }

    private boolean release(Leaver leaver) {
        List<String> left = farewell.takeOut(leaver.resource(), leaver.memory());
        if (!left.isEmpty()) {
            LOG.info("{} cannot be changed yet", left);
            return false;
        }
        farewell.letGo(leaver.resource(), left);
        return true;
    }

    private <R extends HasMetadata> Stream<R> list(Class<R> kind) {
        return settings.namespaces().isEmpty()
                ? client.resources(kind).inAnyNamespace().list().getItems().stream()
                : settings.namespaces().stream().flatMap(namespace -> list(kind, namespace));
    }

    /** A namespace that is gone took the right to read it along, and its resources. */
    private <R extends HasMetadata> Stream<R> list(Class<R> kind, String namespace) {
        try {
            return client.resources(kind).inNamespace(namespace).list().getItems().stream();
        } catch (KubernetesClientException refused) {
            if (refused.getCode() != HttpURLConnection.HTTP_FORBIDDEN) {
                throw refused;
            }
            LOG.warn("Nothing is released in namespace {}, unless it is gone: {}", namespace, refused.getMessage());
            return Stream.empty();
        }
    }

    private static Leaver leaver(CacheProfile profile) {
        return leaver(profile, profile.getSpec().delivery());
    }

    private static Leaver leaver(RateLimitPolicy policy) {
        return leaver(policy, policy.getSpec().delivery());
    }

    private static Leaver leaver(CustomResource<?, ? extends ResourceStatus> resource, List<Delivery> delivery) {
        List<Delivered> delivered = Optional.ofNullable(resource.getStatus())
                .map(ResourceStatus::delivered)
                .orElse(List.of());
        return new Leaver(resource, Farewell.Memory.of(Optional.ofNullable(delivery), delivered));
    }
}
