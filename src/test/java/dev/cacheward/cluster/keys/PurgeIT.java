package dev.cacheward.cluster.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.PurgeState;
import dev.cacheward.api.v1alpha1.PurgeStatus;
import dev.cacheward.cluster.rig.CommandLineTool;
import dev.cacheward.cluster.rig.EditedProfile;
import dev.cacheward.cluster.rig.LiveRedis;
import dev.cacheward.cluster.rig.TestNamespace;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Keys are deleted by a pattern, asked for as the docs say. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PurgeIT {
    private TestNamespace namespace;

    @BeforeAll
    void open() {
        namespace = new TestNamespace("purge");
    }

    @AfterAll
    void delete() {
        namespace.close();
    }

    @Test
    void theKeysThatMatchGoAndTheOthersStayAlsoWhileTheServerIsReplaced() {
        // Given
        EditedProfile profile = new EditedProfile(namespace, "rolled");
        profile.applyAndAwaitReady("{}");
        LiveRedis redis = profile.redis();
        fill(redis, "cache:dataset:", 100_000);
        fill(redis, "cache:user:", 100);
        String pod = profile.podUid();

        // When
        annotate("rolled", "cacheward.dev/purge=cache:dataset:*");
        profile.apply("{config: {databases: '17'}}");

        // Then
        namespace.awaitNewPod("rolled", pod);
        TestNamespace.patiently()
                .until(() -> purge("rolled").map(PurgeStatus::state).equals(Optional.of(PurgeState.DONE)));
        assertThat(profile.redis().asApplication("DBSIZE")).isEqualTo(100L);
    }

    @Test
    void aPatternThatCouldMatchAllIsRefused() {
        // Given
        EditedProfile profile = new EditedProfile(namespace, "refused");
        profile.applyAndAwaitReady("{}");
        fill(profile.redis(), "cache:", 10);

        // When
        annotate("refused", "cacheward.dev/purge=*");

        // Then
        TestNamespace.patiently().until(() -> purge("refused").isPresent());
        assertThat(purge("refused").orElseThrow().message()).contains("begins with a wildcard");
        assertThat(profile.redis().asApplication("DBSIZE")).isEqualTo(10L);
        annotate("refused", "cacheward.dev/purge-");
        TestNamespace.patiently().until(() -> purge("refused").isEmpty());
    }

    private void annotate(String profile, String annotation) {
        CommandLineTool.onPath("kubectl", namespace).run("annotate", "cacheprofile", profile, annotation);
    }

    private Optional<PurgeStatus> purge(String profile) {
        return Optional.ofNullable(namespace.profile(profile).getStatus().purge());
    }

    private static void fill(LiveRedis redis, String prefix, int keys) {
        redis.asApplication(
                "EVAL",
                "for i = 1, ARGV[2] do redis.call('SET', ARGV[1] .. i, '') end",
                "0",
                prefix,
                String.valueOf(keys));
    }
}
