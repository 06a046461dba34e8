package dev.cacheward.kubernetes.fields;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ManagedFieldsTest {
    private static final KubernetesSerialization YAML = new KubernetesSerialization();
    private static final String US = "cacheward-profile-shop";
    private static final List<String> PATH =
            List.of("spec", "template", "metadata", "annotations", "profile.cacheward.dev/shop");

    @Test
    void anApplyOfOursIsNobodyElses() {
        assertThat(other(entry(US, "Apply", "f:profile.cacheward.dev/shop"))).isEmpty();
    }

    @Test
    void whoeverSetsTheFieldIsNamed() {
        assertThat(other(entry("helm", "Apply", "f:profile.cacheward.dev/shop")))
                .contains("helm");
        assertThat(other(entry("kubectl-edit", "Update", "f:profile.cacheward.dev/shop")))
                .contains("kubectl-edit");
    }

    @Test
    void aCoOwnerIsNamedToo() {
        assertThat(other(entry(US, "Apply", "f:profile.cacheward.dev/shop")
                        + entry("helm", "Apply", "f:profile.cacheward.dev/shop")))
                .contains("helm");
    }

    @Test
    void anUpdateUnderOurNameIsSomebodyElsesToTheApiServer() {
        assertThat(other(entry(US, "Update", "f:profile.cacheward.dev/shop"))).contains(US);
    }

    @Test
    void ownersOfOtherFieldsDoNotMatter() {
        assertThat(other(entry("helm", "Apply", "f:profile.cacheward.dev/other")))
                .isEmpty();
        assertThat(other("  - {manager: kubelet, operation: Update, fieldsV1: {\"f:status\": {}}}\n"))
                .isEmpty();
        assertThat(other("  - {manager: nobody, operation: Update}\n")).isEmpty();
    }

    @Test
    void anObjectWithoutManagersHasNoOwners() {
        assertThat(other("")).isEmpty();
    }

    @Test
    void anEntryWithoutAManagerIsOfNobodyByName() {
        assertThat(other(entry("\"\"", "Update", "f:profile.cacheward.dev/shop")))
                .contains("");
        assertThat(other(entry("null", "Update", "f:profile.cacheward.dev/shop")))
                .contains("");
    }

    @Test
    void anObjectIsOnlyOursWhenNobodyElsePutAnythingIntoIt() {
        // Given
        String applied = entry(US, "Apply", "f:profile.cacheward.dev/shop");

        // Then
        assertThat(fields(applied).ownedOnlyBy(Set.of(US, "cacheward"))).isTrue();
        assertThat(fields(applied + "  - {manager: kubectl-create, operation: Update}\n")
                        .ownedOnlyBy(Set.of(US, "cacheward")))
                .isTrue();
        assertThat(fields(
                                applied
                                        + "  - {manager: x, operation: Update, fieldsV1: {\"f:metadata\": {\"f:labels\": {}}}}\n")
                        .ownedOnlyBy(Set.of(US, "cacheward")))
                .isFalse();
        assertThat(fields("").ownedOnlyBy(Set.of(US))).isFalse();
    }

    @Test
    void whatOthersRestoredIsInheritedAsAnApplyOfOurs() {
        // Given
        ManagedFields restored = fields(entry("velero", "Update", "a")
                + entry("kubectl", "Apply", "b")
                + "  - {manager: kubelet, operation: Update, subresource: status, fieldsV1: {\"f:status\": {}}}\n");

        // When
        Optional<ManagedFieldsEntry> inherited = restored.inherited(US);

        // Then
        assertThat(inherited).hasValueSatisfying(entry -> {
            assertThat(entry.getManager()).isEqualTo(US);
            assertThat(entry.getOperation()).isEqualTo("Apply");
            assertThat(entry.getFieldsV1().toString())
                    .contains("f:spec", "a=", "b=")
                    .doesNotContain("f:status");
        });
    }

    @Test
    void whatWeHaveAppliedOurselvesIsNotInherited() {
        assertThat(fields(entry(US, "Apply", "a") + entry("velero", "Update", "b"))
                        .inherited(US))
                .isEmpty();
    }

    private static String entry(String manager, String operation, String annotation) {
        return "  - {manager: " + manager + ", operation: " + operation + ", fieldsV1: {\"f:spec\": {\"f:template\":"
                + " {\"f:metadata\": {\"f:annotations\": {\".\": {}, \"" + annotation + "\": {}}}}}}}\n";
    }

    private static Optional<String> other(String entries) {
        return fields(entries).other(US, PATH);
    }

    private static ManagedFields fields(String entries) {
        return ManagedFields.of(YAML.unmarshal(
                "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: api\n"
                        + (entries.isEmpty() ? "" : "  managedFields:\n" + entries),
                Deployment.class));
    }
}
