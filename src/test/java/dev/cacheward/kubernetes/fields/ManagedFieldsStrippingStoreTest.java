package dev.cacheward.kubernetes.fields;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.informers.cache.ItemStore;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManagedFieldsStrippingStoreTest {
    @Test
    void anObjectIsKeptWithoutTheOwnersOfItsFields() {
        // Given
        ItemStore<ConfigMap> store =
                ManagedFieldsStrippingStore.<ConfigMap>of(Set.of()).orElseThrow();
        ConfigMap live = new ConfigMapBuilder()
                .withNewMetadata()
                .withName("app")
                .withNamespace("shop")
                .addNewManagedField()
                .withManager("kubectl")
                .endManagedField()
                .endMetadata()
                .withData(Map.of("a", "1"))
                .build();

        // When
        store.put(store.getKey(live), live);

        // Then
        assertThat(store.get("shop/app"))
                .isEqualTo(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName("app")
                        .withNamespace("shop")
                        .endMetadata()
                        .withData(Map.of("a", "1"))
                        .build());
    }

    @ParameterizedTest(name = "watching {0}: {1}")
    @CsvSource({"'', true", "shop, true", "shop billing, false"})
    void informersOfSeveralNamespacesShareNoStore(String namespaces, boolean one) {
        Set<String> watched = namespaces.isEmpty() ? Set.of() : Set.of(namespaces.split(" "));

        assertThat(ManagedFieldsStrippingStore.of(watched).isPresent()).isEqualTo(one);
    }
}
