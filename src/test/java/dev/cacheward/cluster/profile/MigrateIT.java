package dev.cacheward.cluster.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cluster.rig.LiveRedis;
import dev.cacheward.cluster.rig.ReadersShell;
import dev.cacheward.cluster.rig.TestImages;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.docs.MigratePage;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.readiness.Readiness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who types the commands of migrate.md has the data of the old Redis in the new one. */
class MigrateIT {
    private static final String ASK =
            "kubectl exec old-redis-master-0 -- sh -c 'REDISCLI_AUTH=$REDIS_PASSWORD redis-cli %s'";

    @TempDir
    Path folder;

    private TestNamespace namespace;
    private ReadersShell shell;

    @BeforeEach
    void open() throws IOException {
        namespace = new TestNamespace("migrate");
        namespace.awaitServiceAccount();
        shell = new ReadersShell(folder, namespace, "");
        Files.writeString(folder.resolve("shop.yaml"), MigratePage.profile());
        namespace.create(oldRedis());
        TestNamespace.patiently()
                .until(() -> Readiness.isPodReady(
                        namespace.resource(Pod.class, "old-redis-master-0").get()));
    }

    @AfterEach
    void close() throws IOException {
        // A volume that was told to stay would stay.
        shell.type("for volume in $(kubectl get pvc -o jsonpath='{.items[*].spec.volumeName}'); do"
                + " kubectl patch pv $volume -p '{\"spec\":{\"persistentVolumeReclaimPolicy\":\"Delete\"}}'; done");
        namespace.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hand the volume over", "Copy the data"})
    void theDataOfTheOldRedisIsInTheNewOne(String way) throws IOException {
        // Given
        assertThat(shell.type(ASK.formatted("set cart full")).said()).contains("OK");
        assertThat(shell.type(ASK.formatted("set session open ex 3000")).said()).contains("OK");

        // When
        ReadersShell.Typed typed = shell.type(
                MigratePage.commands(way).replace("docker.io/library/redis:8.0.6", TestImages.like("redis:7.0")));

        // Then
        assertThat(typed.exitCode()).as(typed.said()).isZero();
        LiveRedis redis = new LiveRedis(namespace, "shop");
        assertThat(redis.asApplication("GET", "cart")).isEqualTo("full");
        assertThat((long) redis.asApplication("TTL", "session")).isBetween(2000L, 3000L);
        assertThat(redis.config("appendonly")).isEqualTo("yes");
    }

    /** Names, user, port, mode of persistence and Secret are those of a Bitnami release "old". */
    private static String oldRedis() {
        return """
                apiVersion: v1
                kind: Secret
                metadata: {name: old-redis}
                stringData: {redis-password: an0ld-Passw0rd}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: old-redis-master}
                spec: {selector: {app.kubernetes.io/instance: old}, ports: [{port: 6379}]}
                ---
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: old-redis-master}
                spec:
                  serviceName: old-redis-headless
                  selector: {matchLabels: {app.kubernetes.io/instance: old}}
                  template:
                    metadata: {labels: {app.kubernetes.io/instance: old}}
                    spec:
                      automountServiceAccountToken: false
                      securityContext: {runAsNonRoot: true, fsGroup: 1001, seccompProfile: {type: RuntimeDefault}}
                      containers:
                      - name: redis
                        image: %s
                        command: [sh, -c, 'exec redis-server --appendonly yes --save "" --dir /data --requirepass $REDIS_PASSWORD']
                        env: [{name: REDIS_PASSWORD, valueFrom: {secretKeyRef: {name: old-redis, key: redis-password}}}]
                        readinessProbe: {tcpSocket: {port: 6379}, periodSeconds: 1}
                        securityContext: {runAsUser: 1001, allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
                        volumeMounts: [{name: redis-data, mountPath: /data}]
                  volumeClaimTemplates:
                  - metadata: {name: redis-data}
                    spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
                """.formatted(TestImages.like("redis:7.0"));
    }
}
