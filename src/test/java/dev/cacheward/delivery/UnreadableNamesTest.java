package dev.cacheward.delivery;

import static dev.cacheward.api.v1alpha1.DeliveryFormat.ENV_JSON;
import static dev.cacheward.api.v1alpha1.DeliveryFormat.PROPERTIES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.DeliveryFormat;
import dev.cacheward.api.v1alpha1.TtlDelivery;
import dev.cacheward.validation.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names that would break a text, or that its reader would take for something else. */
class UnreadableNamesTest {
    private static final TtlForm FORM =
            new TtlForm(SampleSettings.ttls(true, Map.of("page", "60s", "users_list", "5m")));

    @ParameterizedTest
    @CsvSource({
        "ENV, 'a b'",
        "ENV_JSON, 'shop '",
        "DOT_ENV, '$(true)_'",
        "DOT_ENV, 'A=1\nB_'",
        "PYTHON, '#'",
        "PYTHON, _",
        "ENV, 1",
        "ENV_JSON, shop-",
        "PROPERTIES, .",
        "JSON, 'a/'"
    })
    void aPrefixThatBeginsNoNameIsRefused(DeliveryFormat format, String prefix) {
        // Given
        Map<String, String> names = format == ENV_JSON ? null : Map.of("page", "a", "users_list", "b");

        // Then
        assertThat(problems(Items.named(format, prefix, null, names)))
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.field()).startsWith("spec.delivery[0].prefix"));
    }

    @Test
    void twoNamesThatSpringTakesForOneAreRefusedInAPropertyFile() {
        // Given
        Map<String, String> names = Map.of("page", "cache.ttl.userslist");

        // Then
        assertThat(problems(Items.named(PROPERTIES, null, null, names)))
                .singleElement()
                .asString()
                .contains("names.page: both", "which Spring takes for one");
        assertThat(problems(Items.named(DeliveryFormat.YAML, null, null, names)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"DOT_ENV, PATH", "DOT_ENV, UID", "ENV, LD_PRELOAD", "PYTHON, __all__", "PYTHON, _x", "JSON, a.__proto__"
    })
    void aNameThatMeansSomethingToTheReaderIsRefused(DeliveryFormat format, String name) {
        assertThat(problems(Items.named(format, null, null, Map.of("page", name))))
                .singleElement()
                .asString()
                .startsWith("spec.delivery[0].names.page: \"" + name + "\", the name of \"page\", cannot be read");
    }

    @ParameterizedTest
    @CsvSource({"., TOML", ".., TOML", "..x, JSON", "a/b, YAML"})
    void aKeyThatNoConfigMapCanHaveIsRefused(String key, DeliveryFormat format) {
        assertThat(problems(Items.keyed(format, key)))
                .singleElement()
                .asString()
                .startsWith("spec.delivery[0].key: \"" + key + "\" is no key of a ConfigMap: allowed are 1 to 253");
    }

    private static List<Problem> problems(TtlDelivery item) {
        return DeliveryRendering.of(List.of(item), FORM).problems();
    }
}
