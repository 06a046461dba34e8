package dev.cacheward.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** As Prometheus reads it. */
class MetersTest {
    private final OperatorMeters meters = new OperatorMeters();
    private final Telemetry telemetry = meters.telemetry();

    @AfterEach
    void close() {
        meters.close();
    }

    @Test
    void eachReconciliationCountsByItsReason() {
        // When
        telemetry.reconciled(
                ReportedProfile.profile(1, List.of()), List.of(), ReportedProfile.not(Reason.PROVISIONING, 1));
        telemetry.reconciled(ReportedProfile.profile(1, List.of()), List.of(), ReportedProfile.ready(1));
        telemetry.reconciled(ReportedProfile.profile(1, List.of()), List.of(), ReportedProfile.ready(1));

        // Then
        assertThat(meters.scrape())
                .contains("cacheward_reconcile_outcomes_total{kind=\"CacheProfile\",reason=\"Provisioning\"} 1.0")
                .contains("cacheward_reconcile_outcomes_total{kind=\"CacheProfile\",reason=\"Ready\"} 2.0")
                .contains("cacheward_resource_ready{kind=\"CacheProfile\",name=\"shop\",namespace=\"team\"} 1.0");
    }

    @Test
    void aGenerationThatBecomesReadyIsTimedOnce() {
        // When
        look(1, List.of());
        telemetry.reconciled(
                ReportedProfile.profile(1, List.of()), List.of(), ReportedProfile.not(Reason.PROVISIONING, 1));
        look(1, ReportedProfile.not(Reason.PROVISIONING, 1));
        telemetry.reconciled(ReportedProfile.profile(1, List.of()), List.of(), ReportedProfile.ready(1));
        look(1, ReportedProfile.ready(1));
        telemetry.reconciled(ReportedProfile.profile(1, List.of()), List.of(), ReportedProfile.ready(1));

        // Then
        assertThat(meters.scrape()).contains("cacheward_ready_seconds_count{kind=\"CacheProfile\"} 1");
    }

    @Test
    void anEditWhilePausedIsNotReadyBeforeItWasReconciled() {
        // Given
        look(2, ReportedProfile.ready(1));

        // When
        telemetry.reconciled(ReportedProfile.profile(2, List.of()), ReportedProfile.ready(1), ReportedProfile.ready(1));

        // Then
        assertThat(meters.scrape()).doesNotContain("cacheward_ready_seconds_count");
    }

    @Test
    void theEndOfAnOutageIsNoChangeThatBecameReady() {
        // When
        look(1, ReportedProfile.not(Reason.TIMEOUT, 1));
        telemetry.reconciled(ReportedProfile.profile(1, List.of()), List.of(), ReportedProfile.ready(1));

        // Then
        assertThat(meters.scrape()).doesNotContain("cacheward_ready_seconds_count");
    }

    @Test
    void aWriteOfWhatWasDesiredBeforeIsARepair() {
        // Given
        telemetry.applied(child("60"), true);
        telemetry.applied(child("60"), false);
        telemetry.applied(child("300"), true);
        assertThat(meters.scrape()).doesNotContain("cacheward_drift_repaired_total");

        // When
        telemetry.applied(child("300"), true);

        // Then
        assertThat(meters.scrape()).contains("cacheward_drift_repaired_total{kind=\"ConfigMap\"} 1.0");
    }

    @Test
    void whatTheOperatorRemovedOrItsOwnerTookAlongIsMadeAnewWithoutARepair() {
        // When
        telemetry.applied(child("60"), true);
        telemetry.removed(child("60"));
        telemetry.applied(child("60"), true);
        telemetry.deleted(ReportedProfile.SHOP);
        telemetry.applied(child("60"), true);

        // Then
        assertThat(meters.scrape()).doesNotContain("cacheward_drift_repaired_total");
    }

    private void look(long generation, List<Condition> status) {
        telemetry.reconcileStarted(ReportedProfile.profile(generation, status));
    }

    private static ConfigMap child(String value) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace("team")
                .withName("shop-cache")
                .addNewOwnerReference()
                .withKind("CacheProfile")
                .withName("shop")
                .withController(true)
                .endOwnerReference()
                .endMetadata()
                .withData(Map.of("CACHE_TTL_USERS", value))
                .build();
    }
}
