package dev.cacheward.cacheprofile.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.ObservedBuilder;
import dev.cacheward.cacheprofile.model.Server;
import dev.cacheward.cacheprofile.model.ValidatedProfile;
import dev.cacheward.runtime.Settings;
import dev.cacheward.runtime.SettingsResult;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an operator's settings say in the place of a profile. */
class OperatorDefaultsTest {
    private static final Settings SETTINGS = settings("""
            resources: {limits: {memory: 1Gi}}
            persistence: {storageClassName: fast}
            networkPolicy: {from: [{podSelector: {matchLabels: {team: a}}}]}
            """);

    @Test
    void aProfileThatSaysNothingGetsAllOfThem() {
        // When
        Server server = server(SampleProfiles.managed("persistence: {mode: Snapshot}"));

        // Then
        assertThat(server.resources().getLimits()).hasToString("{memory=1Gi}");
        assertThat(server.resources().getRequests()).isEmpty();
        assertThat(server.settings().maxMemoryBytes()).isEqualTo((1L << 30) * 45 / 100);
        assertThat(server.volume().storageClass()).contains("fast");
        assertThat(server.network().orElseThrow().from()).hasSize(1);
    }

    @Test
    void whatTheProfileSaysWinsAsAWhole() {
        // When
        Server server = server(
                SampleProfiles.managed(
                        "resources: {limits: {memory: 64Mi}}, networkPolicy: {}, persistence: {mode: Snapshot, storageClassName: slow}"));

        // Then
        assertThat(server.resources().getLimits()).hasToString("{memory=64Mi}");
        assertThat(server.volume().storageClass()).contains("slow");
        assertThat(server.network().orElseThrow().from()).isNullOrEmpty();
    }

    /** It has the class that was asked for when it was made: here none, so that the cluster chose. */
    @Test
    void aVolumeThatIsThereKeepsItsClass() {
        // Given
        Observed observed = ObservedBuilder.nothing()
                .claim(new PersistentVolumeClaimBuilder()
                        .withNewMetadata()
                        .withName("data-shop-redis-0")
                        .endMetadata()
                        .withNewSpec()
                        .withStorageClassName("slow")
                        .withNewResources()
                        .addToRequests("storage", new Quantity("1Gi"))
                        .endResources()
                        .endSpec()
                        .build())
                .observed();

        // When
        Server server = server(SampleProfiles.managed("persistence: {mode: Snapshot}"), observed, SETTINGS);

        // Then
        assertThat(server.volume().storageClass()).isEmpty();
    }

    @Test
    void withoutThemEachFieldHasItsOwnDefault() {
        // When
        Server server =
                server(SampleProfiles.minimal(), ObservedBuilder.nothing().observed(), settings("{}"));

        // Then
        assertThat(server.resources().getLimits()).hasToString("{memory=256Mi}");
        assertThat(server.network()).isEmpty();
    }

    private static Server server(CacheProfile profile) {
        return server(profile, ObservedBuilder.nothing().observed(), SETTINGS);
    }

    private static Server server(CacheProfile profile, Observed observed, Settings settings) {
        return Optional.of(SampleProfiles.validate(profile, observed, settings))
                .map(ValidatedProfile.Valid.class::cast)
                .orElseThrow()
                .profile()
                .server();
    }

    private static Settings settings(String defaults) {
        return Optional.of(Settings.parse(Map.of("CACHEWARD_PROFILE_DEFAULTS", defaults)))
                .map(SettingsResult.Valid.class::cast)
                .orElseThrow()
                .settings();
    }
}
