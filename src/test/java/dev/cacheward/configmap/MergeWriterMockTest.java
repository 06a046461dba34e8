package dev.cacheward.configmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cacheward.kubernetes.Labels;
import dev.cacheward.kubernetes.Owner;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.testbed.EmbeddedApi;
import dev.cacheward.testbed.Request;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each answer of the API server means for our keys. */
class MergeWriterMockTest {
    private static final SortedMap<String, String> KEYS = new TreeMap<>(Map.of("K", "1"));
    private static final Owner OWNER =
            new Owner("cacheward.dev/v1alpha1", "CacheProfile", EmbeddedApi.NAMESPACE, "shop", "1-2-3");

    private final EmbeddedApi api = EmbeddedApi.start();
    private final KubernetesClient person = api.client("a-person");
    private final MergeWriter writer = new MergeWriter(api.client("us"));

    @AfterEach
    void stop() {
        api.close();
    }

    @ParameterizedTest
    @CsvSource({"400, Refused", "403, Refused", "404, Missing", "409, Moved", "413, TooLarge", "422, Refused"})
    void aRefusedApplyIsAValue(int code, String outcome) {
        // Given
        create(Map.of("LOG", "info"));
        refuseApplies(code);

        // When
        Merge merge = writer.merge(OWNER, "app", KEYS);

        // Then
        assertThat(merge.getClass().getSimpleName()).isEqualTo(outcome);
    }

    @Test
    void fieldsOfOthersAreNamedWithTheirOwners() {
        // Given
        create(Map.of("LOG", "info"));
        api.failNext(1, Request::isApply, OwnerConflicts.ofData("helm"));

        // When
        Merge merge = writer.merge(OWNER, "app", KEYS);

        // Then
        assertThat(merge).isEqualTo(new Merge.Owned(List.of(".data (conflict with \"helm\")")));
    }

    @Test
    void aMapWithAKeyThatTheNewPlaceCannotHaveKeepsAll() {
        // Given
        create(Map.of("LOG", "info"));
        writer.merge(OWNER, "app", KEYS);

        // When
        Merge merge = writer.retire(OWNER, "app", Set.of("K", "L"));

        // Then
        assertThat(merge).isEqualTo(new Merge.Kept());
        assertThat(data()).containsEntry("K", "1");
    }

    @Test
    void aMapWithoutSuchAKeyIsLeft() {
        // Given
        create(Map.of("LOG", "info"));
        writer.merge(OWNER, "app", KEYS);

        // When
        Merge merge = writer.retire(OWNER, "app", Set.of("LOG"));

        // Then
        assertThat(merge.isOver()).isTrue();
        assertThat(data()).isEqualTo(Map.of("LOG", "info"));
    }

    @ParameterizedTest
    @CsvSource({"403, WRITE_REFUSED", "409, DELIVERING", "422, WRITE_REFUSED"})
    void aMapThatMayNotBeMadeOursIsTold(int code, Reason reason) {
        // Given
        create(Map.of());
        writer.merge(OWNER, "app", KEYS);
        refuseApplies(code);

        // When
        Optional<Cause> trouble = writer.adopt(OWNER, DeliveryMap.own(OWNER, Labels.PROFILE, "app", KEYS));

        // Then
        assertThat(trouble).map(Cause::reason).contains(reason);
    }

    /** Else a key that somebody adds between the look and the write would go with the map one day. */
    @Test
    void aMapIsMadeOursOnlyAsItWasSeen() {
        // Given
        create(Map.of());
        writer.merge(OWNER, "app", KEYS);
        ConfigMap ours = DeliveryMap.own(OWNER, Labels.PROFILE, "app", KEYS);

        // When
        Optional<Cause> trouble;
        try (KubernetesClient late = beforeEachPatch(this::addTheirs)) {
            trouble = new MergeWriter(late).adopt(OWNER, ours);
        }

        // Then
        assertThat(trouble).map(Cause::reason).contains(Reason.DELIVERING);
        assertThat(person.configMaps().withName("app").get().getMetadata().getOwnerReferences())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void whatPassesByItselfIsThrown(int code) {
        // Given
        create(Map.of("LOG", "info"));
        refuseApplies(code);

        // Then
        assertThatThrownBy(() -> writer.merge(OWNER, "app", KEYS)).isInstanceOf(KubernetesClientException.class);
    }

    @ParameterizedTest
    @CsvSource({"a key, false", ", true"})
    void anApplyIsForcedOnlyWhereNoKeyIs(String there, boolean forced) {
        // Given
        create(there == null ? Map.of() : Map.of("LOG", there));

        // When
        writer.merge(OWNER, "app", KEYS);

        // Then
        assertThat(api.writesBy("us"))
                .singleElement()
                .extracting(Request::query)
                .asString()
                .contains("force=" + forced);
    }

    private Map<String, String> data() {
        return person.configMaps().withName("app").get().getData();
    }

    private void addTheirs() {
        person.configMaps()
                .withName("app")
                .edit(map -> map.edit().addToData("THEIRS", "x").build());
    }

    private KubernetesClient beforeEachPatch(Runnable meanwhile) {
        Interceptor interceptor = new Interceptor() {
            @Override
            public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
                if (request.method().equals("PATCH")) {
                    meanwhile.run();
                }
            }
        };
        return new KubernetesClientBuilder()
                .withConfig(api.config("us"))
                .withHttpClientBuilderConsumer(http -> http.addOrReplaceInterceptor("meanwhile", interceptor))
                .build();
    }

    private void refuseApplies(int code) {
        api.failNext(1, Request::isApply, code, "Refused", "may not");
    }

    private void create(Map<String, String> data) {
        person.resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName("app")
                        .endMetadata()
                        .withData(data)
                        .build())
                .create();
    }
}
