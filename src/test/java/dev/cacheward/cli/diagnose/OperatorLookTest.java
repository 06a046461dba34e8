package dev.cacheward.cli.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.cli.cluster.OperatorFacts;
import dev.cacheward.cli.diagnose.report.Found;
import dev.cacheward.runtime.Settings;
import dev.cacheward.runtime.SettingsResult;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who asks why nothing happens to a profile learns whether an operator looks after its namespace at all. */
class OperatorLookTest {
    private static final Instant LATER = Instant.parse("2026-01-01T01:00:00Z");

    @Test
    void aNamespaceThatTheOperatorDoesNotWatchIsTheCause() {
        // When
        OperatorLook look = OperatorLook.of(profile(), operator("billing,web"), LATER);

        // Then
        assertThat(look.findings())
                .extracting(Found::reason, Found::message)
                .containsExactly(tuple(
                        "NamespaceNotWatched",
                        "The operator looks after the namespaces billing, web only, and not after shop."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "billing,shop"})
    void anOperatorThatWatchesItIsSilent(String namespaces) {
        // When
        OperatorLook look = OperatorLook.of(profile(), operator(namespaces), LATER);

        // Then
        assertThat(look.findings()).extracting(Found::reason).containsExactly("OperatorSilent");
    }

    private static CacheProfile profile() {
        CacheProfile profile = new CacheProfile();
        profile.getMetadata().setNamespace("shop");
        profile.getMetadata().setGeneration(1L);
        profile.getMetadata().setCreationTimestamp("2026-01-01T00:00:00Z");
        return profile;
    }

    private static OperatorFacts operator(String namespaces) {
        Settings settings =
                ((SettingsResult.Valid) Settings.parse(Map.of("CACHEWARD_NAMESPACES", namespaces))).settings();
        return new OperatorFacts(Optional.empty(), Optional.of(settings), true);
    }
}
