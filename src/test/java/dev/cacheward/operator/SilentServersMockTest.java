package dev.cacheward.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.cacheprofile.model.PodPhases;
import dev.cacheward.redis.client.StrangeServer;
import dev.cacheward.runtime.Settings;
import dev.cacheward.runtime.SettingsResult;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import dev.cacheward.testbed.EmbeddedApi;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Servers that give no answer, and what they cost the profiles of another namespace. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "each server has an address of its own")
class SilentServersMockTest {
    private static final int SILENT = 30;
    private static final int EDITS = 11;
    private static final int REDIS_PORT = 6379;
    private static final String CROWD = "crowd";

    private final EmbeddedApi api = EmbeddedApi.start();
    private final KubernetesClient client = api.client("a-person");
    private final OperatorRun operator = new OperatorRun(
            api.client(RunningOperator.OPERATOR), ((SettingsResult.Valid) Settings.parse(Map.of())).settings());
    private final List<StrangeServer> servers = new ArrayList<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final String network = "127." + new Random().nextInt(16, 60) + "." + new Random().nextInt(256) + ".";

    @AfterEach
    void stop() throws IOException {
        for (StrangeServer server : servers) {
            server.close();
        }
        operator.close();
        api.close();
    }

    @Test
    void anEditInAnotherNamespaceArrivesAsFastAsWithoutThem() throws IOException {
        // Given
        apply(EmbeddedApi.NAMESPACE, "good", 60);
        serve(EmbeddedApi.NAMESPACE, "good", 1, StrangeServer::behave);
        AwaitedConditions.condition(() -> profile("good"), ConditionType.REDIS_AVAILABLE, Reason.CHECK_PASSED);
        Duration without = medianOfEdits(100);

        // When
        for (int i = 0; i < SILENT; i++) {
            apply(CROWD, "silent-" + i, 60);
        }
        for (int i = 0; i < SILENT; i++) {
            serve(CROWD, "silent-" + i, i + 2, socket -> {
                waiting.incrementAndGet();
                StrangeServer.listen(socket);
            });
        }
        RunningOperator.soon().until(() -> waiting.get() > 1);
        Duration with = medianOfEdits(1000);

        // Then
        assertThat(with).isLessThan(without.multipliedBy(10));
        assertThat(AwaitedConditions.condition(
                        () -> profile("good"), ConditionType.REDIS_AVAILABLE, Reason.CHECK_PASSED))
                .isNotNull();
    }

    private void apply(String namespace, String name, int seconds) {
        String yaml = """
                apiVersion: cacheward.dev/v1alpha1
                kind: CacheProfile
                metadata: {name: %s}
                spec:
                  ttls: {users: %ds}
                """.formatted(name, seconds);
        client.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
                .items()
                .forEach(
                        object -> client.resource(object).inNamespace(namespace).serverSideApply());
    }

    /** Makes the pod of a profile ready, at an address where this server listens. */
    private void serve(String namespace, String name, int number, StrangeServer.Manners manners) throws IOException {
        InetAddress address = InetAddress.getByName(network + number);
        servers.add(StrangeServer.start(new ServerSocket(REDIS_PORT, 50, address), manners));
        RunningOperator.soon().until(() -> statefulSet(namespace, name) != null);
        Pod pod = PodPhases.ready(PodPhases.podOf(statefulSet(namespace, name)));
        client.resource(pod).inNamespace(namespace).create();
        Pod ready = new PodBuilder(pod)
                .editStatus()
                .withPodIP(address.getHostAddress())
                .endStatus()
                .build();
        client.resource(ready).inNamespace(namespace).patchStatus();
    }

    private StatefulSet statefulSet(String namespace, String name) {
        return client.apps()
                .statefulSets()
                .inNamespace(namespace)
                .withName(name + "-redis")
                .get();
    }

    private CacheProfile profile(String name) {
        return client.resources(CacheProfile.class)
                .inNamespace(EmbeddedApi.NAMESPACE)
                .withName(name)
                .get();
    }

    /** How long an edit usually takes to arrive in the ConfigMap. */
    private Duration medianOfEdits(int firstValue) {
        List<Duration> times = new ArrayList<>();
        for (int value = firstValue; value < firstValue + EDITS; value++) {
            String wanted = String.valueOf(value);
            long begun = System.nanoTime();
            apply(EmbeddedApi.NAMESPACE, "good", value);
            RunningOperator.soon()
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> delivered().equals(Optional.of(wanted)));
            times.add(Duration.ofNanos(System.nanoTime() - begun));
        }
        return times.stream().sorted().skip(EDITS / 2).findFirst().orElseThrow();
    }

    private Optional<String> delivered() {
        return new ConfigMaps(client).data("good-cache").map(data -> data.get("CACHE_TTL_USERS"));
    }
}
