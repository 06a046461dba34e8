package dev.cacheward.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the operator and the users of a cluster may do by the chart's roles. */
class ChartRightsTest {
    @BeforeEach
    void helm() {
        Helm.demand();
    }

    @Test
    void noRightIsAWildcardOrAWayIntoAPod() {
        Rendering rendering = Rendering.of();

        assertThat(List.of("ClusterRole", "Role"))
                .flatMap(rendering::rules)
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rule.toString())
                        .doesNotContain("\"*\"", "pods/exec", "pods/attach", "pods/portforward", "escalate", "bind"));
    }

    @Test
    void namespacesThatAreNamedGetRolesOfTheirOwn() {
        // When
        Rendering rendering = Rendering.of("watchNamespaces=[\"a\",\"b\"]");

        // Then
        assertThat(rendering.all("Role").map(ChartRightsTest::placed))
                .containsExactlyInAnyOrder(
                        "a/cacheward", "b/cacheward", "cacheward/cacheward-leader", "cacheward/cacheward-cleanup");
        assertThat(rendering.all("RoleBinding").map(ChartRightsTest::placed))
                .containsExactlyInAnyOrder(
                        "a/cacheward", "b/cacheward", "cacheward/cacheward-leader", "cacheward/cacheward-cleanup");
        assertThat(rendering.all("RoleBinding"))
                .allSatisfy(binding ->
                        assertThat(binding.at("/subjects/0/namespace").asText()).isEqualTo("cacheward"));
    }

    @Test
    void withNamespacesOnlyWhatCannotBeInOneIsNot() {
        assertThat(Rendering.of("watchNamespaces=[\"a\"]").clusterScoped())
                .containsExactlyInAnyOrder(
                        "CustomResourceDefinition/cacheprofiles.cacheward.dev",
                        "CustomResourceDefinition/ratelimitpolicies.cacheward.dev",
                        "ClusterRole/cacheward-view",
                        "ClusterRole/cacheward-edit");
        assertThat(Rendering.of("watchNamespaces=[\"a\"]", "crds.install=false", "rbac.userRoles=false")
                        .clusterScoped())
                .isEmpty();
    }

    @Test
    void theRightsAreTheSameInEachCase() {
        JsonNode everywhere = Rendering.of().object("ClusterRole/cacheward").at("/rules");

        assertThat(Rendering.of("watchNamespaces=[\"a\"]")
                        .object("Role/cacheward")
                        .at("/rules"))
                .isEqualTo(everywhere);
    }

    @Test
    void withoutRestartsTheOperatorChangesNoApplication() {
        // When
        Set<Right> taken = rights(Rendering.of());
        taken.removeAll(rights(Rendering.of("rbac.restart=false")));

        // Then
        assertThat(taken)
                .extracting(Right::toString)
                .containsExactlyInAnyOrder(
                        "get deployments (apps)", "patch deployments (apps)",
                        "get daemonsets (apps)", "patch daemonsets (apps)");
    }

    private static Set<Right> rights(Rendering chart) {
        return Rendering.stream(chart.object(Grants.OPERATOR).at("/rules"))
                .flatMap(Right::granted)
                .collect(Collectors.toSet());
    }

    @Test
    void theLeaseIsTheOneOfItsName() {
        assertThat(Rendering.of().object("Role/cacheward-leader").at("/rules").toString())
                .isEqualTo(
                        "[{\"apiGroups\":[\"coordination.k8s.io\"],\"resources\":[\"leases\"],\"verbs\":[\"create\"]},"
                                + "{\"apiGroups\":[\"coordination.k8s.io\"],\"resources\":[\"leases\"],"
                                + "\"resourceNames\":[\"cacheward\"],\"verbs\":[\"get\",\"update\"]}]");
    }

    @Test
    void whoMayViewEditOrAdministerANamespaceMayDoSoWithBothKinds() {
        Rendering rendering = Rendering.of();

        assertThat(aggregated(rendering, "ClusterRole/cacheward-view")).containsExactly("view", "edit", "admin");
        assertThat(aggregated(rendering, "ClusterRole/cacheward-edit")).containsExactly("edit", "admin");
        assertThat(rendering
                        .object("ClusterRole/cacheward-view")
                        .at("/rules/0/verbs")
                        .toString())
                .isEqualTo("[\"get\",\"list\",\"watch\"]");
    }

    private static List<String> aggregated(Rendering rendering, String role) {
        JsonNode labels = rendering.object(role).at("/metadata/labels");
        return List.of("view", "edit", "admin").stream()
                .filter(to -> labels.path("rbac.authorization.k8s.io/aggregate-to-" + to)
                        .asText()
                        .equals("true"))
                .toList();
    }

    private static String placed(JsonNode object) {
        return object.at("/metadata/namespace").asText() + "/"
                + object.at("/metadata/name").asText();
    }
}
