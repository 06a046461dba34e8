package dev.cacheward.configmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import dev.cacheward.drift.Tries;
import dev.cacheward.kubernetes.Labels;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.testbed.EmbeddedApi;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A finalizer that cannot be changed is reported by the resource, and does not end its reconciliation. */
class MergeFinalizerMockTest {
    private static final int ALWAYS = 1_000;

    private final EmbeddedApi api = EmbeddedApi.start();
    private final KubernetesClient client = api.client();
    private final MergeFinalizer finalizer = new MergeFinalizer(client, new Tries(Clock.systemUTC()));

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void itIsSetAndTakenOffAgain() {
        // Given
        RateLimitPolicy policy = create();

        // When
        finalizer.add(policy);

        // Then
        RateLimitPolicy marked = client.resource(policy).get();
        assertThat(marked.getFinalizers()).containsExactly(Labels.MERGE_FINALIZER);
        assertThat(finalizer.remove(marked)).isEmpty();
        assertThat(client.resource(policy).get().getFinalizers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 409, 422})
    void aRefusalIsTold(int code) {
        // Given
        RateLimitPolicy policy = create();
        RateLimitPolicy marked = create("marked", Labels.MERGE_FINALIZER);
        refuse(code);

        // When
        Optional<Cause> add = finalizer.add(policy);
        Optional<Cause> remove = finalizer.remove(marked);

        // Then
        assertThat(add).hasValueSatisfying(cause -> assertThat(cause.message()).contains("set the finalizer"));
        assertThat(remove).hasValueSatisfying(cause -> {
            assertThat(cause.reason()).isEqualTo(Reason.WRITE_REFUSED);
            assertThat(cause.message()).contains("take off the finalizer");
        });
    }

    @Test
    void whatPassesByItselfIsThrown() {
        // Given
        RateLimitPolicy marked = create("marked", Labels.MERGE_FINALIZER);
        refuse(503);

        // Then
        assertThatThrownBy(() -> finalizer.remove(marked)).isInstanceOf(KubernetesClientException.class);
    }

    private void refuse(int code) {
        api.failNext(ALWAYS, request -> request.method().equals("PATCH"), code, "Refused", "may not");
    }

    private RateLimitPolicy create() {
        return create("shop");
    }

    private RateLimitPolicy create(String name, String... finalizers) {
        RateLimitPolicy policy = new RateLimitPolicy();
        policy.setMetadata(new ObjectMetaBuilder()
                .withName(name)
                .withNamespace(EmbeddedApi.NAMESPACE)
                .withFinalizers(finalizers)
                .build());
        return client.resource(policy).create();
    }
}
