package dev.cacheward.testbed;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.time.Clock;

/**
 * What pods share.
 *
 * @param binaries the folder that comes first on the PATH of every pod
 * @param pods the folder with one folder for each pod
 */
record StandInNode(
        KubernetesClient client, Clock clock, Path binaries, Path pods, Claims claims, PodAddresses addresses) {}
