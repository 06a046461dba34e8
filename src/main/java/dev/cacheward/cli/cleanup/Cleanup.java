package dev.cacheward.cli.cleanup;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import dev.cacheward.configmap.MergeCleanup;
import dev.cacheward.operator.KubernetesClients;
import dev.cacheward.runtime.Settings;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prepares the removal of the operator from a cluster. It takes all merged keys out of foreign ConfigMaps and removes all
 * finalizers, so that every resource can be deleted when no operator runs any more. The Redis servers, their Secrets and
 * ConfigMaps stay until then. The statuses say at the end that nobody looks after the resources any more.
 */
final class Cleanup {
    private static final Logger LOG = LoggerFactory.getLogger(Cleanup.class);

    /** Limits the retries after a refusal, as for a resource that is being deleted. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /**
     * After this time no more keys are tried, only finalizers are removed, so that all resources are done before the Job has to
     * end: each request without an answer waits for its timeout.
     */
    private static final Duration LONGEST = Duration.ofSeconds(80);

    /** After this time no more statuses are written, for the same reason. */
    private static final Duration LONGEST_WITH_STATUSES = Duration.ofSeconds(150);

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(5);

    private final ResourceLister resources;
    private final MergeCleanup mergeCleanup;
    private final LastWords words;
    private final Sleeper sleeper;

    Cleanup(KubernetesClient client, Settings settings, Sleeper sleeper) {
        this.resources = new ResourceLister(client, settings.namespaces());
        this.mergeCleanup = new MergeCleanup(client, sleeper.clock());
        this.words = new LastWords(client, sleeper.clock());
        this.sleeper = sleeper;
    }

    /**
     * Cleans up everything.
     *
     * @param deployment the operator's own, which is stopped first; empty if it does not run
     * @return whether all keys and finalizers are removed
     */
    static boolean run(Settings settings, Optional<String> deployment) {
        try (KubernetesClient client = KubernetesClients.command()) {
            deployment.ifPresent(new OperatorStop(client, settings)::stop);
            return new Cleanup(client, settings, Sleeper.real()).all();
        }
    }

    /**
     * Cleans up every resource in the namespaces of the settings.
     *
     * @return whether all keys and finalizers are removed; the log names what stays
     */
    boolean all() {
        List<ResourceCleanup> all = Stream.concat(
                        resources.list(CacheProfile.class).map(profile -> ResourceCleanup.of(mergeCleanup, profile)),
                        resources.list(RateLimitPolicy.class).map(policy -> ResourceCleanup.of(mergeCleanup, policy)))
                .toList();
        Instant begin = sleeper.clock().instant();
        List<ResourceCleanup> unfinished = unfinished(all, begin.plus(LONGEST));
        while (!unfinished.isEmpty() && sleeper.pause(BETWEEN_TRIES, begin.plus(PATIENCE))) {
            unfinished = unfinished(unfinished, begin.plus(LONGEST));
        }
        unfinished.forEach(ResourceCleanup::end);
        Instant last = begin.plus(LONGEST_WITH_STATUSES);
        all.stream()
                .takeWhile(cleanup -> sleeper.clock().instant().isBefore(last))
                .forEach(cleanup -> cleanup.say(words));
        LOG.info("Cleaned up {} resources, {} of them incompletely", all.size(), unfinished.size());
        return unfinished.isEmpty();
    }

    /** Returns those that still have a key or the finalizer. */
    private List<ResourceCleanup> unfinished(List<ResourceCleanup> cleanups, Instant last) {
        return cleanups.stream()
                .filter(cleanup -> sleeper.clock().instant().isAfter(last) || !cleanup.attempt())
                .toList();
    }
}
