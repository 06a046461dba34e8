package dev.cacheward.cluster.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cluster.rig.EditedProfile;
import dev.cacheward.cluster.rig.ResourceVersions;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.LimitRange;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that works makes room only for a pod that the namespace would take. */
class RoomIT {
    private static final String LARGE = "{resources: {requests: {cpu: 10m, memory: 64Mi}, limits: {memory: 512Mi}}}";

    private TestNamespace namespace;
    private EditedProfile profile;

    @BeforeEach
    void create() {
        namespace = new TestNamespace("room");
        profile = new EditedProfile(namespace, "shop");
        profile.applyAndAwaitReady("{}");
    }

    @AfterEach
    void delete() {
        namespace.close();
    }

    @Test
    void aQuotaThatTheNewPodExceedsKeepsTheOldOneUntilItIsRaised() {
        quota("limits.memory: 400Mi");

        assertHeld(LARGE, "exceeded quota: team, requested: limits.memory=256Mi, limited: limits.memory=400Mi");

        quota("limits.memory: 800Mi");
        profile.awaitReady();
        assertThat(profile.redis().config("maxmemory")).isEqualTo("402653184");
    }

    /** The old pod and the new one together exceed it, but they never exist together. */
    @Test
    void aQuotaWithRoomForTheNewPodInsteadOfTheOldIsEnoughIfTheDataMayGo() {
        quota("limits.memory: 520Mi");
        profile.annotate(
                "cacheward.dev/allow-cold-roll",
                String.valueOf(namespace.profile("shop").getMetadata().getGeneration() + 1));

        profile.applyAndAwaitReady(LARGE.replaceFirst("\\{", "{podTemplate: {labels: {a: b}}, "));

        assertThat(profile.redis().config("maxmemory")).isEqualTo("402653184");
    }

    @Test
    void aNamespaceWithRoomForOnePodKeepsTheOldOneUntilThereIsRoomForATrial() {
        quota("pods: '1'");

        assertHeld("{config: {databases: '44'}}", "This is the trial, not the server");

        quota("pods: '2'");
        profile.awaitReady();
        assertThat(profile.redis().config("databases")).isEqualTo("44");
    }

    @Test
    void aLimitRangeThatTheNewPodExceedsKeepsTheOldOneUntilItIsGone() {
        limits("max: {memory: 300Mi}");

        assertHeld(LARGE, "maximum memory usage per Container is 300Mi, but limit is 512Mi");

        namespace.resource(LimitRange.class, "team").delete();
        profile.awaitReady();
    }

    @Test
    void aDefaultLimitBelowMaxMemoryKeepsTheOldOneUntilTheSpecHasALimit() {
        limits("default: {memory: 100Mi}, defaultRequest: {memory: 32Mi}");

        assertHeld(
                "{maxMemory: 150Mi, resources: {requests: {cpu: 10m, memory: 64Mi}}}",
                "gives the server a memory limit of \"100Mi\", which is below its maxMemory");

        profile.applyAndAwaitReady(
                "{maxMemory: 150Mi, resources: {requests: {cpu: 10m, memory: 64Mi}, limits: {memory: 200Mi}}}");
    }

    /** A quota of the node's disk asks each pod what it needs of it; the server's resources say so, and the second try of a trial. */
    @Test
    void aQuotaOfTheNodesDiskIsSatisfiedByResourcesThatNameIt() {
        quota("requests.ephemeral-storage: 1Gi");

        profile.applyAndAwaitReady(
                "{config: {databases: '44'}, resources: {requests: {cpu: 10m, memory: 64Mi, ephemeral-storage: 400Mi},"
                        + " limits: {memory: 256Mi}}}");

        assertThat(profile.redis().config("databases")).isEqualTo("44");
    }

    private void assertHeld(String change, String words) {
        String before = profile.podUid();
        profile.apply(change);
        assertThat(profile.awaitNotReady(Reason.WRITE_REFUSED)).contains(words).doesNotContain("used:");
        ResourceVersions.assertQuiet(namespace, Duration.ofSeconds(15));
        assertThat(profile.podUid()).isEqualTo(before);
        assertThat(profile.redis().asApplication("PING")).isEqualTo("PONG");
    }

    private void quota(String hard) {
        namespace.apply("apiVersion: v1\nkind: ResourceQuota\nmetadata: {name: team}\nspec: {hard: {" + hard + "}}\n");
    }

    private void limits(String rule) {
        namespace.apply("apiVersion: v1\nkind: LimitRange\nmetadata: {name: team}\nspec: {limits: [{type: Container, "
                + rule + "}]}\n");
    }
}
