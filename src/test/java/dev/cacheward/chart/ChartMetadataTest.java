package dev.cacheward.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where labels and annotations of the values arrive, and which win: the chart's own, then those of one kind, then those of all. */
class ChartMetadataTest {
    private static final String[] EVERYTHING = {
        "metrics.serviceMonitor.enabled=true",
        "metrics.prometheusRule.enabled=true",
        "metrics.dashboard.enabled=true",
        "networkPolicy.enabled=true",
        "podDisruptionBudget.enabled=true"
    };

    @BeforeEach
    void helm() {
        Helm.demand();
    }

    @Test
    void labelsAndAnnotationsReachEveryObjectAndPod() {
        // When
        List<JsonNode> metadata =
                metadata(Rendering.of(with("commonLabels={\"all\":\"l\"}", "commonAnnotations={\"all\":\"a\"}")));

        // Then
        assertThat(metadata).hasSizeGreaterThan(20).allSatisfy(each -> {
            assertThat(each.at("/labels/all").asText()).isEqualTo("l");
            assertThat(each.at("/annotations/all").asText()).isEqualTo("a");
        });
    }

    @Test
    void thoseOfPodsReachTheJobsAndTheTestsToo() {
        // When
        Rendering rendering =
                Rendering.of("podLabels={\"team\":\"a\"}", "podAnnotations={\"sidecar.istio.io/inject\":\"false\"}");

        // Then
        assertThat(pods(rendering)).hasSize(3).allSatisfy(each -> {
            assertThat(each.at("/labels/team").asText()).isEqualTo("a");
            assertThat(each.at("/annotations/sidecar.istio.io~1inject").asText())
                    .isEqualTo("false");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            podLabels              | labels      | Deployment/cacheward     | /spec/template/metadata/labels
            podAnnotations         | annotations | Deployment/cacheward     | /spec/template/metadata/annotations
            podLabels              | labels      | Job/cacheward-cleanup    | /spec/template/metadata/labels
            podAnnotations         | annotations | Job/cacheward-cleanup    | /spec/template/metadata/annotations
            podLabels              | labels      | Pod/cacheward-test       | /metadata/labels
            serviceAccount.annotations | annotations | ServiceAccount/cacheward | /metadata/annotations
            metrics.serviceMonitor.labels | labels | ServiceMonitor/cacheward | /metadata/labels
            metrics.prometheusRule.labels | labels | PrometheusRule/cacheward | /metadata/labels
            metrics.dashboard.labels | labels    | ConfigMap/cacheward-dashboard | /metadata/labels
            """)
    void whatIsGivenToOneKindWinsOverWhatIsGivenToAll(String kind, String all, String object, String place) {
        // When
        JsonNode found = Rendering.of(
                        with("common" + capital(all) + "={\"a\":\"all\",\"b\":\"all\"}", kind + "={\"a\":\"kind\"}"))
                .object(object)
                .at(place);

        // Then
        assertThat(found.at("/a").asText()).isEqualTo("kind");
        assertThat(found.at("/b").asText()).isEqualTo("all");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            commonAnnotations | helm.sh/hook         | Job/cacheward-cleanup | /metadata/annotations | pre-delete
            commonAnnotations | helm.sh/resource-policy | CustomResourceDefinition/cacheprofiles.cacheward.dev | /metadata/annotations | keep
            podAnnotations | kubectl.kubernetes.io/default-container | Deployment/cacheward | /spec/template/metadata/annotations | operator
            commonLabels   | servicebinding.io/controller | ClusterRole/cacheward-view | /metadata/labels | true
            """)
    void whatIsTheChartsOwnWinsOverBoth(String value, String key, String object, String place, String own) {
        JsonNode found = Rendering.of(value + "={\"" + key + "\":\"mine\"}")
                .object(object)
                .at(place);

        assertThat(found.path(key).asText()).isEqualTo(own);
    }

    @Test
    void noGitopsToolPrunesOrDeletesTheCrds() {
        assertThat(Rendering.of().all("CustomResourceDefinition")).hasSize(2).allSatisfy(crd -> {
            JsonNode annotations = crd.at("/metadata/annotations");
            assertThat(annotations.path("kustomize.toolkit.fluxcd.io/prune").asText())
                    .isEqualTo("disabled");
            assertThat(annotations.path("argocd.argoproj.io/sync-options").asText())
                    .isEqualTo("Prune=false,Delete=false");
        });
    }

    /** The Job's pods have the log that says which keys were left; the rights are of no use any more. */
    @Test
    void aJobThatFailedStaysUntilTheNextAttemptAndItsRightsGo() {
        Rendering rendering = Rendering.of();
        String policy = "/metadata/annotations/helm.sh~1hook-delete-policy";

        assertThat(rendering.object("Job/cacheward-cleanup").at(policy).asText())
                .isEqualTo("before-hook-creation,hook-succeeded");
        assertThat(rendering.object("Role/cacheward-cleanup").at(policy).asText())
                .contains("hook-failed");
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String[] with(String... values) {
        return Stream.concat(Stream.of(EVERYTHING), Stream.of(values)).toArray(String[]::new);
    }

    private static List<JsonNode> metadata(Rendering rendering) {
        return Stream.concat(
                        rendering.objects().stream().map(object -> object.at("/metadata")), pods(rendering).stream())
                .toList();
    }

    private static List<JsonNode> pods(Rendering rendering) {
        return Stream.of(
                        rendering.all("Deployment").map(object -> object.at("/spec/template/metadata")),
                        rendering.all("Job").map(object -> object.at("/spec/template/metadata")),
                        rendering.all("Pod").map(object -> object.at("/metadata")))
                .flatMap(each -> each)
                .toList();
    }
}
