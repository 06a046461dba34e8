package dev.cacheward.reconcile;

import dev.cacheward.drift.Tries;
import dev.cacheward.runtime.Settings;
import dev.cacheward.telemetry.Telemetry;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;

/**
 * Holds what every reconciler works with.
 *
 * @param clock for the times of conditions
 * @param telemetry receives what the reconcilers report
 * @param tries the writes so far, of both kinds
 */
public record ReconcilerDependencies(
        KubernetesClient client, Settings settings, Clock clock, Telemetry telemetry, Tries tries) {}
