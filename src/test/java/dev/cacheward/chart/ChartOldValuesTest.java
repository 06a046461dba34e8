package dev.cacheward.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that were renamed: the names of the version before still work. */
class ChartOldValuesTest {
    private static final String POLICIES = "networkPolicy.enabled=true";

    @BeforeEach
    void helm() {
        Helm.demand();
    }

    @ParameterizedTest
    @CsvSource({
        "lookSeconds=30, reconcileIntervalSeconds=30",
        "lookSeconds=null, reconcileIntervalSeconds=60",
        "releaseOnUninstall=false, cleanupOnUninstall=false",
        "releaseOnUninstall=true, cleanupOnUninstall=true",
        "releaseOnUninstall=null, cleanupOnUninstall=true",
        "redis.image=\"redis:8\", profileDefaults.image=\"redis:8\"",
        "labels.team=\"a\", commonLabels.team=\"a\"",
        "annotations.team=\"a\", commonAnnotations.team=\"a\"",
    })
    void anOldNameRendersTheSameAsTheNewOne(String old, String renamed) {
        assertThat(Rendering.of(POLICIES, old)).isEqualTo(Rendering.of(POLICIES, renamed));
    }

    @ParameterizedTest
    @CsvSource({
        "lookSeconds=30, reconcileIntervalSeconds=40",
        "releaseOnUninstall=true, cleanupOnUninstall=false",
        "redis.image=\"redis:7\", profileDefaults.image=\"redis:8\"",
        "labels.team=\"a\", commonLabels.team=\"b\"",
    })
    void whereBothAreSetTheNewOneWins(String old, String renamed) {
        assertThat(Rendering.of(POLICIES, old, renamed)).isEqualTo(Rendering.of(POLICIES, renamed));
    }

    /** As {@code helm upgrade --reuse-values} leaves it: the defaults are those of the chart before. */
    @Test
    void whereOnlyTheOldNamesAreThereTheirValuesHold() {
        // When
        Rendering reused = Rendering.of(
                "lookSeconds=60",
                "releaseOnUninstall=true",
                "reconcileIntervalSeconds=null",
                "cleanupOnUninstall=null",
                "redis.image=\"docker.io/library/redis:8.0.6\"",
                "profileDefaults=null",
                "global=null",
                "enabled=null",
                "labels={}",
                "commonLabels=null",
                "annotations={}",
                "commonAnnotations=null",
                "hostUsers=null",
                "dnsConfig=null",
                "revisionHistoryLimit=10",
                "nameOverride=null",
                "extraObjects=null",
                "metrics.podMonitor=null",
                "metrics.checkApi=null",
                POLICIES);

        // Then
        assertThat(reused).isEqualTo(Rendering.of(POLICIES));
    }

    @ParameterizedTest
    @CsvSource({"lookSeconds=5, lookSeconds", "releaseOnUninstall=1, releaseOnUninstall"})
    void aWrongValueIsRefusedByTheNameThatSomebodyWrote(String old, String name) {
        assertThat(Rendering.refusal(old)).contains(name);
    }

    @Test
    void theSelectorOfTheJobsPodsStays() {
        JsonNode job = Rendering.of().object("Job/cacheward-cleanup");

        assertThat(job.at("/spec/template/metadata/labels/app.kubernetes.io~1name")
                        .asText())
                .isEqualTo("cacheward-release");
    }
}
