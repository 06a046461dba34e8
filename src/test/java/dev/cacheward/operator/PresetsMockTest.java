package dev.cacheward.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.CacheProfileStatus;
import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.api.v1alpha1.Delivered;
import dev.cacheward.api.v1alpha1.DeliveredItem;
import dev.cacheward.api.v1alpha1.DeliveryMode;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import dev.cacheward.testbed.EmbeddedApi;
import dev.cacheward.validation.Fingerprint;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What reaches the ConfigMaps by presets and file formats, and what the status says of it. */
class PresetsMockTest {
    private static final String POLICY = """
            apiVersion: cacheward.dev/v1alpha1
            kind: RateLimitPolicy
            metadata: {name: shop}
            spec:
              profileRef: {name: shop}
              mode: %s
              limits: {query: %s}
              delivery: [{configMap: {name: shop-limits}, preset: %s}]
            """;
    private static final String PROFILE = """
            apiVersion: cacheward.dev/v1alpha1
            kind: CacheProfile
            metadata: {name: shop}
            spec:
              ttls: {page: 60s, secrets: Disabled}
              delivery:
              - {configMap: {name: shop-cache}}
              - {configMap: {name: shop-cache}, format: Toml, key: settings.toml}
            """;

    private RunningOperator running;

    @BeforeEach
    void start() {
        running = new RunningOperator();
        running.apply(PROFILE);
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void theStatusSaysWhatMadeWhichKeys() {
        // When
        running.awaitReady("shop");

        // Then
        List<Delivered> delivered = running.profile("shop").getStatus().delivered();
        assertThat(delivered)
                .singleElement()
                .extracting(Delivered::items)
                .isEqualTo(List.of(
                        new DeliveredItem("Env", List.of("CACHE_ENABLED", "CACHE_TTL_PAGE", "CACHE_TTL_SECRETS")),
                        new DeliveredItem("Toml", List.of("settings.toml"))));
        assertThat(data("shop-cache"))
                .containsEntry("CACHE_TTL_SECRETS", "disabled")
                .containsEntry(
                        "settings.toml", "cache.enabled = true\ncache.ttl.page = 60\ncache.ttl.secrets = 'disabled'\n");
    }

    @Test
    void aModeThatTheLimiterLacksIsTold() {
        // When
        running.apply(POLICY.formatted("Shadow", "20/minute", "Slowapi"));

        // Then
        Condition told = running.awaitPolicy("shop", ConditionType.PRESET_COMPLETE, Reason.NOT_EXPRESSIBLE);
        assertThat(told.message()).startsWith("Slowapi cannot express mode Shadow");
        assertThat(data("shop-limits")).containsEntry("RATELIMIT_ENABLED", "false");
        running.awaitPolicy("shop", ConditionType.READY, Reason.READY);
        running.apply(POLICY.formatted("Enforce", "20/minute", "Slowapi"));
        running.awaitPolicy("shop", ConditionType.PRESET_COMPLETE, Reason.ALL_EXPRESSED);
    }

    @Test
    void aLimitThatTheLimiterCannotHaveIsRefusedAndTheLastOneStays() {
        // Given
        running.apply(POLICY.formatted("Enforce", "20/minute", "DjangoRestFramework"));
        running.awaitPolicy("shop", ConditionType.READY, Reason.READY);
        Map<String, String> before = data("shop-limits");

        // When
        running.apply(POLICY.formatted("Enforce", "5 per 2 minutes", "DjangoRestFramework"));

        // Then
        assertThat(running.awaitPolicy("shop", ConditionType.READY, Reason.INVALID_SPEC)
                        .message())
                .contains("\"query\", \"5 per 2 minutes\"", "its windows are one second, minute, hour or day");
        assertThat(data("shop-limits")).isEqualTo(before);
    }

    @Test
    void anEventTellsWhichKeysANewerOperatorWritesOtherwise() {
        // Given
        running.awaitReady("shop");

        // When
        running.restartOperator(() -> {
            // As a version left it that wrote 0, and named no keys in the status.
            ConfigMap map = running.client
                    .configMaps()
                    .inNamespace(EmbeddedApi.NAMESPACE)
                    .withName("shop-cache")
                    .edit(live -> new ConfigMapBuilder(live)
                            .addToData("CACHE_TTL_SECRETS", "0")
                            .build());
            String hash = Fingerprint.of(new TreeMap<>(map.getData()));
            CacheProfile profile = running.profile("shop");
            profile.setStatus(new CacheProfileStatus(
                    profile.getStatus().observedGeneration(),
                    profile.getStatus().conditions(),
                    profile.getStatus().binding(),
                    profile.getStatus().redis(),
                    profile.getStatus().keyCount(),
                    List.of(new Delivered("shop-cache", DeliveryMode.OWN, 4, hash, null)),
                    null));
            running.client.resource(profile).updateStatus();
        });

        // Then
        RunningOperator.soon()
                .untilAsserted(() -> assertThat(
                                running.client.events().v1().events().list().getItems())
                        .filteredOn(event -> event.getReason().equals("Respelled"))
                        .singleElement()
                        .satisfies(event -> assertThat(event.getNote())
                                .contains("CACHE_TTL_SECRETS is \"disabled\" instead of \"0\".")));
        assertThat(data("shop-cache")).containsEntry("CACHE_TTL_SECRETS", "disabled");
    }

    private Map<String, String> data(String name) {
        return running.client
                .resources(ConfigMap.class)
                .inNamespace(EmbeddedApi.NAMESPACE)
                .withName(name)
                .get()
                .getData();
    }
}
