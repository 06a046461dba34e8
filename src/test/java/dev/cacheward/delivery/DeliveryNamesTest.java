package dev.cacheward.delivery;

import static dev.cacheward.api.v1alpha1.DeliveryFormat.ENV;
import static dev.cacheward.api.v1alpha1.DeliveryFormat.ENV_JSON;
import static dev.cacheward.api.v1alpha1.DeliveryFormat.PROPERTIES;
import static dev.cacheward.api.v1alpha1.DeliveryFormat.PYTHON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CachePreset;
import dev.cacheward.api.v1alpha1.ConfigMapTarget;
import dev.cacheward.api.v1alpha1.DeliveryFormat;
import dev.cacheward.api.v1alpha1.DeliveryMode;
import dev.cacheward.api.v1alpha1.TtlDelivery;
import dev.cacheward.validation.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How an author says what the application calls its settings. */
class DeliveryNamesTest {
    private static final TtlForm FORM =
            new TtlForm(SampleSettings.ttls(true, Map.of("page", "60s", "users_list", "5m")));

    @Test
    void aPrefixStandsBeforeEveryName() {
        assertThat(keys(Items.named(ENV, "SHOP_", null, null)))
                .containsOnlyKeys("SHOP_CACHE_ENABLED", "SHOP_CACHE_TTL_PAGE", "SHOP_CACHE_TTL_USERS_LIST");
    }

    @Test
    void aPrefixStandsBeforeTheObjectOfEnvJson() {
        assertThat(keys(Items.named(ENV_JSON, "SHOP_", null, null)))
                .containsOnlyKeys("SHOP_CACHE_ENABLED", "SHOP_CACHE_TTL");
    }

    @ParameterizedTest
    @CsvSource({"TTL_{NAME}_SECONDS, TTL_USERS_LIST_SECONDS", "ttl_{name}, ttl_users_list", "{camel}Ttl, usersListTtl"})
    void aTemplateMakesTheNameOfAnEntry(String template, String name) {
        assertThat(keys(Items.named(ENV, null, template, null))).containsKey(name);
    }

    @Test
    void aDotMakesALevelInAFile() {
        assertThat(keys(Items.named(PROPERTIES, "shop.", "caches.{kebab}.ttl", null))
                        .get("cache.properties"))
                .isEqualTo("shop.cache.enabled=true\nshop.caches.page.ttl=60\nshop.caches.users-list.ttl=300\n");
    }

    @Test
    void aSingleEntryHasTheNameThatIsSaid() {
        assertThat(keys(Items.named(ENV, "SHOP_", null, Map.of("page", "PAGE_TTL"))))
                .containsOnlyKeys("SHOP_CACHE_ENABLED", "PAGE_TTL", "SHOP_CACHE_TTL_USERS_LIST");
    }

    @ParameterizedTest
    @CsvSource({"TTL", "TTL_{}", "TTL_{Name}", "{NAME}_{name}", "TTL_{NAME"})
    void aTemplateWithoutExactlyOneNameIsRefused(String template) {
        assertThat(problems(Items.named(ENV, null, template, null)))
                .singleElement()
                .asString()
                .startsWith("spec.delivery[0].template: \"" + template + "\" must contain exactly one of {NAME}");
    }

    @Test
    void aNameThatTheFormatCannotHaveIsRefused() {
        assertThat(problems(Items.named(ENV, null, "cache.{name}", null)))
                .first()
                .asString()
                .isEqualTo(
                        "spec.delivery[0].template: \"cache.page\", the name of \"page\", cannot be read: allowed are"
                                + " letters, digits and '_', no digit first, and no variable of the system's own such as PATH");
        assertThat(problems(Items.named(PYTHON, null, null, Map.of("page", "class"))))
                .hasSize(1);
        assertThat(problems(Items.named(ENV, null, null, Map.of("page", "class"))))
                .isEmpty();
    }

    @Test
    void twoEntriesOfOneNameAreRefused() {
        assertThat(problems(Items.named(ENV, null, null, Map.of("page", "CACHE_TTL_USERS_LIST"))))
                .singleElement()
                .asString()
                .contains("both \"page\" and \"users_list\" would be \"CACHE_TTL_USERS_LIST\"");
        assertThat(problems(Items.named(ENV, null, null, Map.of("page", "CACHE_ENABLED"))))
                .singleElement()
                .asString()
                .contains("both the switch CACHE_ENABLED and \"page\" would be");
    }

    @Test
    void aValueThatWouldBeALevelTooIsRefused() {
        assertThat(problems(Items.named(DeliveryFormat.JSON, null, null, Map.of("page", "cache.ttl"))))
                .singleElement()
                .asString()
                .contains("\"cache.ttl\" cannot be a value and, for \"cache.ttl.users_list\", a level too");
    }

    @Test
    void aNameOfNoEntryIsRefused() {
        assertThat(problems(Items.named(ENV, null, null, Map.of("pages", "P"))))
                .singleElement()
                .asString()
                .isEqualTo("spec.delivery[0].names: \"pages\" is no entry; there are page, users_list");
    }

    @Test
    void whatAFormatDoesNotReadIsRefused() {
        assertThat(problems(Items.keyed(ENV, "cache.env")))
                .singleElement()
                .asString()
                .contains("key: says nothing");
        assertThat(problems(Items.named(ENV_JSON, null, "{name}", null)))
                .singleElement()
                .asString()
                .contains("template: says nothing");
        assertThat(problems(new TtlDelivery(
                        new ConfigMapTarget("shop", null),
                        ENV,
                        CachePreset.CASHEWS,
                        "k",
                        "P_",
                        "{name}",
                        Map.of("page", "P"))))
                .extracting(Problem::field)
                .containsExactly(
                        "spec.delivery[0].format",
                        "spec.delivery[0].key",
                        "spec.delivery[0].prefix",
                        "spec.delivery[0].template",
                        "spec.delivery[0].names");
    }

    @Test
    void twoItemsThatGiveOneKeyTwoValuesAreRefused() {
        // Given
        TtlDelivery plain = Items.ttls("shop", DeliveryMode.OWN, ENV);
        TtlDelivery other = Items.named(ENV, null, "CACHE_TTL_{camel}", Map.of("page", "CACHE_TTL_USERS_LIST"));

        // Then
        assertThat(DeliveryRendering.of(List.of(plain, plain), FORM).problems()).isEmpty();
        assertThat(DeliveryRendering.of(List.of(plain, other), FORM).problems())
                .singleElement()
                .asString()
                .isEqualTo(
                        "spec.delivery[1]: key \"CACHE_TTL_USERS_LIST\" of ConfigMap \"shop\" is written with another"
                                + " value by an earlier item (Env); give one of them another key, prefix or ConfigMap");
    }

    private static Map<String, String> keys(TtlDelivery item) {
        DeliveryRendering rendering = DeliveryRendering.of(List.of(item), FORM);
        assertThat(rendering.problems()).isEmpty();
        return rendering.targets().get(0).keys();
    }

    private static List<Problem> problems(TtlDelivery item) {
        return DeliveryRendering.of(List.of(item), FORM).problems();
    }
}
