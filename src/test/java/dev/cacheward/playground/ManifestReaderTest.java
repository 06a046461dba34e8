package dev.cacheward.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestReaderTest {
    private static final String PROFILE =
            "{apiVersion: cacheward.dev/v1alpha1, kind: CacheProfile, metadata: {name: shop}, spec: %s}";

    private final ManifestReader reader = new ManifestReader(new KubernetesSerialization());

    @Test
    void aFileHoldsAnyNumberOfDocuments() throws BadManifest {
        // Given
        String text = PROFILE.formatted("{ttls: {a: 1s}}") + "\n---\n# nothing\n---\n"
                + "{apiVersion: v1, kind: ConfigMap, metadata: {name: m}, data: {k: v}}\n";

        // When
        List<HasMetadata> resources = reader.read(text);

        // Then
        assertThat(resources).extracting(HasMetadata::getKind).containsExactly("CacheProfile", "ConfigMap");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {ttls: {a: 1s}, bogus: 1}                              | unknown field spec.bogus
                    {ttls: {a: 1s}, redis: {managed: {bnd: [All]}}}        | unknown field spec.redis.managed.bnd
                    {ttls: [a]}                                            | wrong at spec.ttls
                    {ttls: {a: 1s}, deletionPolicy: Keep}                  | wrong at spec.deletionPolicy
                    ''                                                     | has no spec
                    """)
    void aFieldThatTheSchemaLacksOrTypesOtherwiseIsRefusedByItsPath(String spec, String words) {
        // Given
        String text = PROFILE.formatted(spec);

        // When
        var read = assertThatThrownBy(() -> reader.read(text));

        // Then
        read.isInstanceOf(BadManifest.class).hasMessageContaining(words);
    }

    @Test
    void brokenYamlIsToldInOneLineWithItsPlace() {
        // Given
        String text = "a: 1\nb: [\n";

        // When
        var read = assertThatThrownBy(() -> reader.read(text));

        // Then
        read.isInstanceOf(BadManifest.class).hasMessageContaining("line 3").hasMessageNotContaining("\n");
    }
}
