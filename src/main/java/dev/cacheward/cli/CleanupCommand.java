package dev.cacheward.cli;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import dev.cacheward.configmap.MergeCleanup;
import dev.cacheward.kubernetes.StatusCode;
import dev.cacheward.operator.KubernetesClients;
import dev.cacheward.runtime.Settings;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
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
 * Prepares the removal of the operator from a cluster. It takes all merged keys out of foreign ConfigMaps and removes all
 * finalizers, so that every resource can be deleted when no operator runs any more. The Redis servers, their Secrets and
 * ConfigMaps stay until then.
 */
public final class CleanupCommand {
    private static final Logger LOG = LoggerFactory.getLogger(CleanupCommand.class);

    /** Limits the retries after a refusal, as for a resource that is being deleted. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /**
     * After this time no more keys are tried, only finalizers are removed, so that all resources are done before the Job has to
     * end: each request without an answer waits for its timeout.
     */
    private static final Duration LONGEST = Duration.ofSeconds(80);

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(5);
    private static final Set<String> ENDED = Set.of("Succeeded", "Failed");
    private static final Duration STOP = Duration.ofSeconds(90);

    private final KubernetesClient client;
    private final Settings settings;
    private final MergeCleanup mergeCleanup;
    private final Sleeper sleeper;

    CleanupCommand(KubernetesClient client, Settings settings, Sleeper sleeper) {
        this.client = client;
        this.settings = settings;
        this.mergeCleanup = new MergeCleanup(client, sleeper.clock());
        this.sleeper = sleeper;
    }

    /**
     * Cleans up everything. If keys or a finalizer had to stay, the process exits with an error.
     *
     * @param deployment the operator's own, which is stopped first; empty if it does not run
     */
    public static void run(Settings settings, Optional<String> deployment) {
        try (KubernetesClient client = KubernetesClients.command()) {
            CleanupCommand cleanup = new CleanupCommand(client, settings, Sleeper.real());
            deployment.ifPresent(cleanup::stop);
            if (!cleanup.all()) {
                System.exit(1);
            }
        }
    }

    /**
     * Stops the operator, which would otherwise write the keys again. Returns when none of its pods runs.
     *
     * @param deployment in {@code CACHEWARD_NAMESPACE}; one that does not exist is ignored
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
                .informOnCondition(CleanupCommand::allHaveEnded)
                .orTimeout(STOP.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    /** An evicted pod still exists as an object, but does nothing any more. */
    private static boolean allHaveEnded(List<Pod> pods) {
        return pods.stream()
                .map(Pod::getStatus)
                .allMatch(status -> status != null && ENDED.contains(status.getPhase()));
    }

    /**
     * Cleans up every resource in the namespaces of the settings.
     *
     * @return whether all keys and finalizers are removed; the log names what stays
     */
    boolean all() {
        List<ResourceCleanup> all = Stream.concat(
                        list(CacheProfile.class).map(profile -> ResourceCleanup.of(mergeCleanup, profile)),
                        list(RateLimitPolicy.class).map(policy -> ResourceCleanup.of(mergeCleanup, policy)))
                .toList();
        Instant begin = sleeper.clock().instant();
        List<ResourceCleanup> unfinished = unfinished(all, begin.plus(LONGEST));
        while (!unfinished.isEmpty() && sleeper.pause(BETWEEN_TRIES, begin.plus(PATIENCE))) {
            unfinished = unfinished(unfinished, begin.plus(LONGEST));
        }
        unfinished.forEach(ResourceCleanup::end);
        LOG.info("Cleaned up {} resources, {} of them incompletely", all.size(), unfinished.size());
        return unfinished.isEmpty();
    }

    /** Returns those that still have a key or the finalizer. */
    private List<ResourceCleanup> unfinished(List<ResourceCleanup> cleanups, Instant last) {
        return cleanups.stream()
                .filter(cleanup -> sleeper.clock().instant().isAfter(last) || !cleanup.attempt())
                .toList();
    }

    private <R extends HasMetadata> Stream<R> list(Class<R> kind) {
        return settings.namespaces().isEmpty()
                ? client.resources(kind).inAnyNamespace().list().getItems().stream()
                : settings.namespaces().stream().flatMap(namespace -> list(kind, namespace));
    }

    /**
     * A deleted namespace took its resources and the permission to list them with it, so a missing permission is only logged.
     */
    private <R extends HasMetadata> Stream<R> list(Class<R> kind, String namespace) {
        try {
            return client.resources(kind).inNamespace(namespace).list().getItems().stream();
        } catch (KubernetesClientException refused) {
            if (refused.getCode() != StatusCode.FORBIDDEN) {
                throw refused;
            }
            LOG.warn("Nothing is cleaned up in namespace {}, unless it is gone: {}", namespace, refused.getMessage());
            return Stream.empty();
        }
    }
}
