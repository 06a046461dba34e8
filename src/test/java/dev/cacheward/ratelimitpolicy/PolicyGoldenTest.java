package dev.cacheward.ratelimitpolicy;

import dev.cacheward.configmap.DeliveryMap;
import dev.cacheward.golden.Golden;
import dev.cacheward.golden.Yaml;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From {@code in.yaml} to the ConfigMaps that are written for it. */
class PolicyGoldenTest {
    private static final String KIND = "ratelimitpolicy/";

    @ParameterizedTest
    @ValueSource(strings = {"minimal", "envjson", "shadow-two-maps"})
    void aPolicyBecomesTheseConfigMaps(String name) throws IOException {
        // Given
        String in = Files.readString(Path.of("src/test/resources/golden", KIND + name, "in.yaml"));
        Policy policy = SamplePolicies.valid(SamplePolicies.parse(in));

        // When
        List<ConfigMap> maps = policy.deliveries().stream()
                .map(target -> DeliveryMap.own(policy.owner(), target.configMap(), target.keys()))
                .toList();

        // Then
        Golden.folder(KIND + name).assertMatches(Map.of("in.yaml", in, "out.yaml", Yaml.of(maps)));
    }
}
