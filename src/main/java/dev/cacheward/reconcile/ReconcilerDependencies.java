package dev.cacheward.reconcile;

import dev.cacheward.runtime.Settings;
import dev.cacheward.telemetry.Telemetry;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;

/**
 * What every reconciler works with.
 *
 * @param clock for the times of conditions
 * @param telemetry is told what the reconcilers do
 */
public record ReconcilerDependencies(KubernetesClient client, Settings settings, Clock clock, Telemetry telemetry) {}
