package dev.cacheward.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects of Prometheus Operator, on clusters with and without it. */
class ChartMonitorsTest {
    @BeforeEach
    void helm() {
        Helm.demand();
    }

    @ParameterizedTest
    @ValueSource(strings = {"serviceMonitor", "podMonitor", "prometheusRule"})
    void whereTheApiIsMissingHelmNamesTheValueAndTheWaysOut(String kind) {
        assertThat(withoutTheApi("metrics." + kind + ".enabled=true").errors())
                .contains(
                        "metrics." + kind + ".enabled needs the API monitoring.coreos.com/v1 of Prometheus Operator",
                        "--api-versions monitoring.coreos.com/v1",
                        "metrics.checkApi=false");
    }

    @Test
    void whereNobodyAsksForThemTheApiIsNotNeeded() {
        assertThat(withoutTheApi("metrics.dashboard.enabled=true").code()).isZero();
    }

    @Test
    void theyAreRenderedUncheckedWhereTheApiComesWithThem() {
        // When
        Helm.Outcome outcome = withoutTheApi("metrics.checkApi=false", "metrics.podMonitor.enabled=true");

        // Then
        assertThat(outcome.output()).contains("kind: PodMonitor");
    }

    private static Helm.Outcome withoutTheApi(String... values) {
        List<String> arguments =
                new ArrayList<>(List.of("template", "cacheward", Helm.CHART, "--kube-version", Helm.KUBERNETES));
        arguments.addAll(Helm.IMAGE);
        List.of(values).forEach(value -> arguments.addAll(List.of("--set-json", value)));
        return Helm.run(arguments);
    }
}
