package dev.cacheward.configmap;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** {@code managedFields} as an API server writes them, and who owns which keys by them. */
class KeyOwnersTest {
    private static final KubernetesSerialization YAML = new KubernetesSerialization();
    private static final String OURS = "cacheward-profile-shop";

    @Test
    void whatOurManagerAppliedIsOursAndTheRestIsOfThoseWhoAreNamed() {
        // Given
        ConfigMap map = map("""
                - {manager: cacheward-profile-shop, operation: Apply, fieldsV1: {"f:data": {"f:A": {}, "f:B": {}}}}
                - {manager: helm, operation: Update, fieldsV1: {"f:data": {".": {}, "f:B": {}, "f:LOG": {}}}}
                - {manager: kubectl-edit, operation: Update, fieldsV1: {"f:data": {"f:LOG": {}}}}
                """);

        // When
        KeyOwners owners = KeyOwners.of(map, OURS);

        // Then
        assertThat(owners.ours()).containsExactlyInAnyOrder("A", "B");
        assertThat(owners.others()).isEqualTo(Map.of("B", Set.of("helm"), "LOG", Set.of("helm", "kubectl-edit")));
    }

    @Test
    void whatSomebodyElseDidUnderOurNameIsNotOurs() {
        assertThat(KeyOwners.of(
                        map(
                                "- {manager: cacheward-profile-shop, operation: Update, fieldsV1: {\"f:data\": {\"f:A\": {}}}}"),
                        OURS))
                .isEqualTo(new KeyOwners(Set.of(), Map.of("A", Set.of(OURS))));
    }

    @Test
    void aKeyWithADotOrADashIsReadAsItIs() {
        assertThat(KeyOwners.of(
                                map("- {manager: cacheward-profile-shop, operation: Apply,"
                                        + " fieldsV1: {\"f:data\": {\"f:app.f:x-y\": {}}}}"),
                                OURS)
                        .ours())
                .containsExactly("app.f:x-y");
    }

    @Test
    void aMapWhoseFieldsNobodyManagesHasNoOwners() {
        assertThat(KeyOwners.of(map("[]"), OURS)).isEqualTo(new KeyOwners(Set.of(), Map.of()));
        assertThat(KeyOwners.of(map("[{}]"), OURS)).isEqualTo(new KeyOwners(Set.of(), Map.of()));
    }

    private static ConfigMap map(String managedFields) {
        return YAML.unmarshal(
                "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\n  managedFields:\n    "
                        + managedFields.strip().replace("\n", "\n    ") + "\n",
                ConfigMap.class);
    }
}
