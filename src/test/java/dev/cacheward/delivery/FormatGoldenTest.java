package dev.cacheward.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.DeliveryFormat;
import dev.cacheward.api.v1alpha1.DeliveryMode;
import dev.cacheward.api.v1alpha1.LimitMode;
import dev.cacheward.golden.Golden;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.toml.TomlMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The file formats, and what readers of their world make of them. */
class FormatGoldenTest {
    private static final Path ROOT = Path.of("src/test/resources/formats");
    private static final Map<String, String> TTLS =
            Map.of("page", "60s", "users_list", "1h30m", "models", "Never", "secrets", "Disabled");
    private static final Map<String, String> LIMITS =
            Map.of("query", "20/minute; 300/hour", "upload", "5 per 2 minutes");

    @ParameterizedTest
    @EnumSource(
            value = DeliveryFormat.class,
            names = {"ENV", "ENV_JSON"},
            mode = EnumSource.Mode.EXCLUDE)
    void aFileFormatIsOneKeyWithThisText(DeliveryFormat format) {
        // When
        Map<String, String> ttls = ttls(format);
        Map<String, String> limits = limits(format);

        // Then
        assertThat(ttls).hasSize(1);
        assertThat(limits).hasSize(1);
        Golden.at(ROOT.resolve(format.value() + "/ttls")).assertMatches(ttls);
        Golden.at(ROOT.resolve(format.value() + "/limits")).assertMatches(limits);
    }

    @Test
    void treesOfAllFormatsAreOneTree() {
        // Given
        JsonNode json = JsonMapper.shared().readTree(text(ttls(DeliveryFormat.JSON)));

        // Then
        assertThat(new YAMLMapper().readTree(text(ttls(DeliveryFormat.YAML)))).isEqualTo(json);
        assertThat(new TomlMapper().readTree(text(ttls(DeliveryFormat.TOML)))).isEqualTo(json);
        assertThat(json.at("/cache/ttl/users_list").isIntegralNumber()).isTrue();
        assertThat(json.at("/cache/enabled").isBoolean()).isTrue();
        assertThat(json.at("/cache/ttl/models").isString()).isTrue();
    }

    @Test
    void javasPropertiesReadEveryValueAsItIsWritten() throws IOException {
        // When
        Properties read = new Properties();
        read.load(new StringReader(text(limits(DeliveryFormat.PROPERTIES))));

        // Then
        assertThat(read)
                .containsEntry("rate_limit.limits.query", "20/minute; 300/hour")
                .containsEntry("rate_limit.limits.upload", "5 per 2 minutes")
                .containsEntry("rate_limit.enabled", "true")
                .hasSize(4);
    }

    @Test
    void aFileHasTheKeyThatItsAuthorWants() {
        // When
        DeliveryRendering rendering = DeliveryRendering.of(
                List.of(Items.keyed(DeliveryFormat.TOML, "settings.toml")),
                new TtlForm(SampleSettings.ttls(true, TTLS)));

        // Then
        assertThat(rendering.targets().get(0).keys()).containsOnlyKeys("settings.toml");
    }

    private static Map<String, String> ttls(DeliveryFormat format) {
        return DeliveryRendering.of(
                        List.of(Items.ttls("shop", DeliveryMode.OWN, format)),
                        new TtlForm(SampleSettings.ttls(true, TTLS)))
                .targets()
                .get(0)
                .keys();
    }

    private static Map<String, String> limits(DeliveryFormat format) {
        return DeliveryRendering.of(
                        List.of(Items.limits("shop", format)),
                        new LimitForm(SampleSettings.limits(LimitMode.ENFORCE, LIMITS)))
                .targets()
                .get(0)
                .keys();
    }

    private static String text(Map<String, String> keys) {
        return keys.values().iterator().next();
    }
}
