package dev.cacheward.operator;

import static dev.cacheward.operator.ForeignRig.external;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.kubernetes.Labels;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import dev.cacheward.testbed.EmbeddedApi;
import dev.cacheward.testbed.Request;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A profile moves between a Redis of the operator and one of somebody else by one edit. */
@Execution(ExecutionMode.CONCURRENT)
class MoveMockTest {
    private static final String MANAGED = """
            apiVersion: cacheward.dev/v1alpha1
            kind: CacheProfile
            metadata: {name: shop}
            spec:
              ttls: {users: 60s}
              redis: {managed: {}}
            """;

    private final ForeignRig rig = new ForeignRig();
    private final RunningOperator running = rig.running;

    @BeforeEach
    void start() {
        running.apply(MANAGED);
        running.awaitReady("shop");
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void theManagedServerStaysUntilTheOtherPassedItsCheck() {
        // Given
        String before = rig.published("shop-redis").get("uri");
        rig.password("wrong");

        // When
        running.apply(external("shop", ""));

        // Then
        assertThat(running.awaitProfile("shop", ConditionType.READY, Reason.AUTH_FAILED)
                        .message())
                .contains("the Redis that the operator runs stays");
        assertThat(rig.published("shop-redis")).containsEntry("uri", before);
        assertThat(isThere(StatefulSet.class)).isTrue();
    }

    @Test
    void theManagedServerGoesTenMinutesAfterItsApplicationsWereGivenTheOther() {
        // Given
        running.apply(external("shop", ""));
        running.awaitReady("shop");
        boolean stayed = isThere(StatefulSet.class);

        // When
        RunningOperator.soon().until(this::isGone);

        // Then
        assertThat(stayed).isTrue();
        assertThat(rig.published("shop-redis")).containsEntry("password", "first");
    }

    @Test
    void onTheWayBackApplicationsGetTheManagedServerOnceItIsReady() {
        // Given
        running.apply(external("shop", ""));
        running.awaitReady("shop");
        RunningOperator.soon().until(this::isGone);
        running.api.clearRequests();

        // When
        running.apply(MANAGED);

        // Then
        running.awaitReady("shop");
        assertThat(running.writes())
                .extracting(Request::path)
                .filteredOn(path -> path.endsWith("/secrets/shop-redis") || path.endsWith("/statefulsets/shop-redis"))
                .startsWith("/apis/apps/v1/namespaces/default/statefulsets/shop-redis")
                .endsWith("/api/v1/namespaces/default/secrets/shop-redis");
        assertThat(rig.published("shop-redis"))
                .containsEntry("host", "shop-redis.default.svc.cluster.local")
                .containsEntry("username", "default");
    }

    @Test
    void aVolumeFollowsTheDeletionPolicyAlsoAfterItsServerIsLeft() {
        // Given
        running.apply(MANAGED.replace("{managed: {}}", "{managed: {persistence: {mode: Snapshot}}}"));
        RunningOperator.soon()
                .until(() -> claim().getMetadata().getOwnerReferences().size() == 1);

        // When
        running.apply(external("shop", "deletionPolicy: Retain"));

        // Then
        RunningOperator.soon()
                .until(() -> claim().getMetadata().getOwnerReferences().isEmpty());
        assertThat(claim().getMetadata().getLabels()).containsEntry(Labels.RETAINED_PROFILE, "shop");
    }

    @Test
    void aConnectionThatWorkedOnceIsAskedAgainBeforeItTakesAnothersPlace() {
        // Given
        running.apply(external("shop", ""));
        running.awaitReady("shop");
        running.apply(MANAGED);
        RunningOperator.soon().until(() -> rig.published("shop-redis").containsKey("username"));
        rig.tell("first", "CONFIG", "SET", "requirepass", "second");

        // When
        running.apply(external("shop", ""));

        // Then
        RunningOperator.soon().until(() -> rig.gateway().asked().size() > 2);
        assertThat(rig.published("shop-redis")).containsEntry("username", "default");
    }

    private PersistentVolumeClaim claim() {
        return running.client
                .persistentVolumeClaims()
                .inNamespace(EmbeddedApi.NAMESPACE)
                .withName("shop-redis-data")
                .get();
    }

    /** Sets the time back, as often as the operator has just written its own. */
    private boolean isGone() {
        publishedSince(Instant.now().minus(Duration.ofMinutes(11)));
        return !isThere(StatefulSet.class) && !isThere(Service.class);
    }

    private boolean isThere(Class<? extends HasMetadata> kind) {
        return resource(kind).get() != null;
    }

    private <T extends HasMetadata> Resource<T> resource(Class<T> kind) {
        return running.client.resources(kind).inNamespace(EmbeddedApi.NAMESPACE).withName("shop-redis");
    }

    private void publishedSince(Instant time) {
        resource(Secret.class).edit(secret -> {
            secret.getMetadata().getAnnotations().put(Labels.PUBLISHED, time.toString());
            return secret;
        });
    }
}
