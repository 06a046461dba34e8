package dev.cacheward.cluster.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cluster.rig.EditedProfile;
import dev.cacheward.cluster.rig.TestImages;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.Pod;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A warm roll that cannot be made leaves the server as it is, and says what a person can do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WarmRollRefusedIT {
    private TestNamespace namespace;

    @BeforeAll
    void open() {
        namespace = new TestNamespace("refused");
    }

    @AfterAll
    void delete() {
        namespace.close();
    }

    @Test
    void aDowngradeThatCannotCopyTheDataIsRefusedUntilAPersonAllowsTheLoss() {
        // Given
        EditedProfile profile = new EditedProfile(namespace, "down");
        profile.applyAndAwaitReady("{image: '" + TestImages.like("redis:8.0") + "'}");
        profile.redis().asApplication("SET", "kept", "1");
        String before = profile.podUid();
        // When
        profile.apply("{image: '" + TestImages.like("redis:7.0") + "'}");
        String message = profile.awaitNotReady(Reason.WARM_ROLL_REFUSED);
        // Then
        assertThat(message).contains("cannot read the data of").contains("allow-cold-roll");
        assertThat(profile.podUid()).isEqualTo(before);
        assertThat(profile.redis().asApplication("GET", "kept")).isEqualTo("1");
        // When
        long generation = namespace.profile("down").getMetadata().getGeneration();
        profile.annotate("cacheward.dev/allow-cold-roll", String.valueOf(generation));
        namespace.awaitNewPod("down", before);
        // Then
        assertThat(profile.redis().asApplication("GET", "kept")).isEqualTo("(nil)");
    }

    @Test
    void aSecondServerThatFindsNoRoomLeavesTheFirstAlone() {
        // Given
        EditedProfile profile = new EditedProfile(namespace, "alone");
        String apart = "podTemplate: {labels: {apart: %s}, affinity: {podAntiAffinity:"
                + " {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: kubernetes.io/hostname,"
                + " labelSelector: {matchExpressions: [{key: apart, operator: Exists}]}}]}}}";
        profile.applyAndAwaitReady("{" + apart.formatted("a") + "}");
        profile.redis().asApplication("SET", "kept", "1");
        String before = profile.podUid();
        // When
        profile.apply("{" + apart.formatted("b") + "}");
        String message = profile.awaitNotReady(Reason.WARM_ROLL_REFUSED);
        // Then
        assertThat(message).contains("does not start").contains("No node takes the pod");
        TestNamespace.patiently()
                .until(() -> namespace.resource(Pod.class, "alone-redis-1").get() == null);
        assertThat(profile.podUid()).isEqualTo(before);
        assertThat(profile.redis().asApplication("GET", "kept")).isEqualTo("1");
    }

    @Test
    void aQuotaWithoutRoomForBothIsToldAndTheLossCanBeAllowed() {
        // Given
        try (TestNamespace small = new TestNamespace("warm-quota")) {
            small.apply("""
                    apiVersion: v1
                    kind: ResourceQuota
                    metadata: {name: team}
                    spec: {hard: {limits.memory: 400Mi}}
                    """);
            EditedProfile profile = new EditedProfile(small, "tight");
            profile.applyAndAwaitReady("{}");
            String before = profile.podUid();
            // When
            profile.apply("{podTemplate: {labels: {a: b}}}");
            String message = profile.awaitNotReady(Reason.WRITE_REFUSED);
            // Then
            assertThat(message).contains("exceeded quota").contains("allow-cold-roll");
            assertThat(profile.podUid()).isEqualTo(before);
            // When
            profile.annotate(
                    "cacheward.dev/allow-cold-roll",
                    String.valueOf(small.profile("tight").getMetadata().getGeneration()));
            // Then
            small.awaitNewPod("tight", before);
        }
    }
}
