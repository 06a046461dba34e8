package dev.cacheward.delivery;

import static dev.cacheward.api.v1alpha1.DeliveryFormat.ENV;
import static dev.cacheward.api.v1alpha1.DeliveryFormat.ENV_JSON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.Delivery;
import dev.cacheward.api.v1alpha1.DeliveryFormat;
import dev.cacheward.api.v1alpha1.LimitMode;
import dev.cacheward.delivery.value.EntryNames;
import dev.cacheward.delivery.value.LimitSettings;
import dev.cacheward.delivery.value.RateLimit;
import dev.cacheward.delivery.value.RateLimit.Rate;
import dev.cacheward.delivery.value.RateLimit.Unit;
import dev.cacheward.delivery.value.Ttl;
import dev.cacheward.delivery.value.TtlSettings;
import dev.cacheward.validation.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvFormatsTest {
    private static final int SOFT_LIMIT = 900 * 1024;

    private static final SortedMap<String, Ttl> TTLS = SampleSettings.ttls(
                    true,
                    Map.of(
                            "dataset_list", "60s",
                            "dataset_content", "5m",
                            "query_result", "5m",
                            "session_state", "30m",
                            "pg_connection", "10m",
                            "llm_models", "1h"))
            .ttls();

    private static final SortedMap<String, RateLimit> LIMITS = SampleSettings.limits(
                    LimitMode.ENFORCE,
                    Map.of(
                            "default", "100/hour",
                            "query", "20 per minute",
                            "upload", "50/hour",
                            "dataset_ops", "200/hours",
                            "auth", "10/minute"))
            .limits();

    @Test
    void theTtlsOfTheExampleAreItsVariables() {
        assertThat(ttls(true, TTLS, ENV))
                .isEqualTo(Map.of(
                        "CACHE_ENABLED", "true",
                        "CACHE_TTL_DATASET_LIST", "60",
                        "CACHE_TTL_DATASET_CONTENT", "300",
                        "CACHE_TTL_QUERY_RESULT", "300",
                        "CACHE_TTL_SESSION_STATE", "1800",
                        "CACHE_TTL_PG_CONNECTION", "600",
                        "CACHE_TTL_LLM_MODELS", "3600"));
    }

    @Test
    void theLimitsOfTheExampleAreItsVariables() {
        assertThat(limits(LimitMode.ENFORCE, LIMITS, ENV))
                .isEqualTo(Map.of(
                        "RATE_LIMIT_ENABLED", "true",
                        "RATE_LIMIT_MODE", "Enforce",
                        "RATE_LIMIT_DEFAULT", "100/hour",
                        "RATE_LIMIT_QUERY", "20/minute",
                        "RATE_LIMIT_UPLOAD", "50/hour",
                        "RATE_LIMIT_DATASET_OPS", "200/hour",
                        "RATE_LIMIT_AUTH", "10/minute"));
    }

    @Test
    void ttlsAsJsonAreSortedNumbersInOneKey() {
        assertThat(ttls(false, TTLS, ENV_JSON))
                .isEqualTo(Map.of(
                        "CACHE_ENABLED",
                        "false",
                        "CACHE_TTL",
                        "{\"dataset_content\":300,\"dataset_list\":60,\"llm_models\":3600,\"pg_connection\":600,"
                                + "\"query_result\":300,\"session_state\":1800}"));
    }

    @Test
    void limitsAsJsonAreSortedStringsInOneKey() {
        assertThat(limits(LimitMode.SHADOW, LIMITS, ENV_JSON))
                .isEqualTo(Map.of(
                        "RATE_LIMIT_ENABLED",
                        "true",
                        "RATE_LIMIT_MODE",
                        "Shadow",
                        "RATE_LIMITS",
                        "{\"auth\":\"10/minute\",\"dataset_ops\":\"200/hour\",\"default\":\"100/hour\","
                                + "\"query\":\"20/minute\",\"upload\":\"50/hour\"}"));
    }

    @Test
    void severalFormatsAreOneUnion() {
        assertThat(ttls(true, TTLS, ENV, ENV_JSON))
                .containsAllEntriesOf(ttls(true, TTLS, ENV))
                .containsAllEntriesOf(ttls(true, TTLS, ENV_JSON))
                .hasSize(TTLS.size() + 2);
    }

    @ParameterizedTest
    @CsvSource({"ENFORCE, true", "SHADOW, true", "DISABLED, false"})
    void limitsAreEnabledUnlessTheModeIsDisabled(LimitMode mode, String enabled) {
        assertThat(limits(mode, LIMITS, ENV)).containsEntry("RATE_LIMIT_ENABLED", enabled);
    }

    @Test
    void neverAndDisabledAreWordsThatNobodyTakesForANumber() {
        // Given
        SortedMap<String, Ttl> ttls = new TreeMap<>(Map.of("kept", new Ttl.Never(), "off", new Ttl.Disabled()));

        // When
        SortedMap<String, String> keys = ttls(true, ttls, ENV, ENV_JSON);

        // Then
        assertThat(keys)
                .containsEntry("CACHE_TTL_KEPT", "never")
                .containsEntry("CACHE_TTL_OFF", "disabled")
                .containsEntry("CACHE_TTL", "{\"kept\":\"never\",\"off\":\"disabled\"}");
    }

    @Test
    void theLargestSpecIsFarBelowTheSizeOfAConfigMap() {
        // Given
        Rate longest = new Rate(Rate.MOST, Rate.MOST - RateLimit.MOST_RATES, Unit.SECOND);
        List<Rate> rates = IntStream.range(0, RateLimit.MOST_RATES)
                .mapToObj(at -> new Rate(longest.amount(), longest.multiple() + at, longest.unit()))
                .toList();
        SortedMap<String, RateLimit> limits = largest(new RateLimit(rates));
        SortedMap<String, Ttl> ttls = largest(new Ttl.For(Duration.ofDays(365)));

        // When
        SortedMap<String, String> keys = new TreeMap<>(ttls(true, ttls, ENV, ENV_JSON));
        keys.putAll(limits(LimitMode.DISABLED, limits, ENV, ENV_JSON));

        // Then
        assertThat(EntryNames.check("spec.limits", limits.keySet())).isEmpty();
        assertThat(keys.entrySet().stream()
                        .mapToInt(entry -> bytes(entry.getKey()) + bytes(entry.getValue()))
                        .sum())
                .isLessThan(SOFT_LIMIT / 8);
    }

    @Test
    void theHashOfTheExampleStays() {
        assertThat(Fingerprint.of(ttls(true, TTLS, ENV))).isEqualTo("6ba79f277b5d09fe");
    }

    private static SortedMap<String, String> ttls(
            boolean enabled, SortedMap<String, Ttl> ttls, DeliveryFormat... formats) {
        TtlForm form = new TtlForm(new TtlSettings(enabled, ttls));
        return keys(
                Arrays.stream(formats)
                        .map(format -> Items.ttls("shop", null, format))
                        .toList(),
                form);
    }

    private static SortedMap<String, String> limits(
            LimitMode mode, SortedMap<String, RateLimit> limits, DeliveryFormat... formats) {
        LimitForm form = new LimitForm(new LimitSettings("shop", mode, limits));
        return keys(
                Arrays.stream(formats)
                        .map(format -> Items.limits("shop", format))
                        .toList(),
                form);
    }

    private static <D extends Delivery> SortedMap<String, String> keys(List<D> items, DeliveryRendering.Form<D> form) {
        DeliveryRendering rendering = DeliveryRendering.of(items, form);
        assertThat(rendering.problems()).isEmpty();
        return rendering.targets().get(0).keys();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static <T> SortedMap<String, T> largest(T value) {
        return IntStream.range(0, EntryNames.MOST)
                .mapToObj(at -> String.format("n%062d", at))
                .collect(Collectors.toMap(Function.identity(), name -> value, (one, other) -> one, TreeMap::new));
    }
}
