package dev.cacheward.cluster.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import dev.cacheward.cluster.rig.CommandLineTool;
import dev.cacheward.cluster.rig.TestNamespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The way out where the operator cannot clear up behind itself. */
class UninstallWithoutHooksIT extends InstallFixture {
    private static final Path MERGE_PAGE = Path.of("src", "site", "markdown", "merge.md");

    /** The hook fails at once here: somebody took the operator's rights away. */
    @Test
    void anUninstallWhoseHookFailsCanDoWithoutItAndTheLineOfThePageFreesWhatIsStuck() throws IOException {
        try (TestNamespace shop = new TestNamespace("no-hooks", client);
                HelmRelease release = new HelmRelease(client)) {
            // Given
            release.install(image);
            MergingProfileAndPolicy.apply(shop);
            client.rbac().clusterRoleBindings().withName(release.clusterRole()).delete();
            String said = release.refusedUninstall();

            // When
            release.uninstallWithoutHooks();

            // Then
            assertThat(said).contains("job cacheward-cleanup failed");
            TestNamespace.patiently().until(() -> release.operatorPods() == 0);
            assertThat(shop.configMap("app").getData()).containsKeys("own", "CACHE_TTL_USERS", "RATE_LIMIT_QUERY");
            assertThat(shop.profile("shop").getFinalizers()).isNotEmpty();

            // Then
            shop.resource(RateLimitPolicy.class, "shop").delete();
            shop.resource(CacheProfile.class, "shop").delete();
            free(shop, "ratelimitpolicy/shop");
            free(shop, "cacheprofile/shop");
            shop.closeAndWait();
        }
    }

    /** By the one line of merge.md, for that object. */
    private static void free(TestNamespace namespace, String object) throws IOException {
        String line = Files.readAllLines(MERGE_PAGE).stream()
                .filter(text -> text.startsWith("    kubectl patch cacheprofile/shop "))
                .findFirst()
                .orElseThrow()
                .strip();
        String[] words =
                line.replace("cacheprofile/shop", object).replace("'", "").split(" ");
        CommandLineTool.onPath(words[0], namespace).run(Arrays.copyOfRange(words, 1, words.length));
    }
}
