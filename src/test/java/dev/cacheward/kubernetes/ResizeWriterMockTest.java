package dev.cacheward.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.drift.Tries;
import dev.cacheward.testbed.EmbeddedApi;
import dev.cacheward.testbed.Request;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the API server may answer to the wish for other resources of a pod. */
class ResizeWriterMockTest {
    private static final Map<String, ?> WANTED = Map.of("limits", Map.of("memory", "512Mi"));
    private static final Owner OWNER =
            new Owner("cacheward.dev/v1alpha1", OwnerKind.PROFILE, EmbeddedApi.NAMESPACE, "shop", "uid-1");

    private final EmbeddedApi api = EmbeddedApi.start();
    private final ResizeWriter writer = new ResizeWriter(api.client(), new NoChildren(), new Tries(Clock.systemUTC()));

    @AfterEach
    void stop() {
        api.close();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "422, Invalid, Impossible",
        "404, NotFound, Impossible",
        "405, MethodNotAllowed, Impossible",
        "403, Forbidden, Refused",
        "409, Conflict, Later"
    })
    void eachRefusalHasItsMeaning(int code, String reason, String answer) {
        // Given
        api.failNext(1, Request::isWrite, code, reason, "exceeded quota: team");

        // When
        ResizeWriter.Answer given = resize();

        // Then
        assertThat(given.getClass().getSimpleName()).isEqualTo(answer);
        assertThat(api.writes())
                .singleElement()
                .satisfies(request -> assertThat(request.path()).endsWith("/pods/shop-redis-0/resize"));
    }

    @Test
    void aPodThatIsGoneIsNoClusterThatCannotResize() {
        // Given
        api.failNext(
                1,
                Request::isWrite,
                new StatusBuilder()
                        .withCode(404)
                        .withReason("NotFound")
                        .withMessage("pods \"shop-redis-0\" not found")
                        .withNewDetails()
                        .withName("shop-redis-0")
                        .withKind("pods")
                        .endDetails()
                        .build());

        // Then
        assertThat(resize()).isInstanceOf(ResizeWriter.Answer.Later.class);
    }

    @Test
    void aRefusalIsToldInTheWordsOfTheApiServer() {
        // Given
        api.failNext(1, Request::isWrite, 403, "Forbidden", "exceeded quota: team");

        // Then
        assertThat(resize()).isInstanceOfSatisfying(ResizeWriter.Answer.Refused.class, refused -> {
            assertThat(refused.words()).contains("exceeded quota: team");
        });
    }

    private ResizeWriter.Answer resize() {
        Pod pod = new PodBuilder()
                .withNewMetadata()
                .withNamespace(EmbeddedApi.NAMESPACE)
                .withName("shop-redis-0")
                .withUid("uid-2")
                .endMetadata()
                .build();
        return writer.resize(pod, "redis", WANTED, OWNER);
    }

    /** Caches of which nobody reads. */
    private static final class NoChildren implements Children {
        @Override
        public <T extends HasMetadata> Optional<T> find(Class<T> type, String namespace, String name) {
            return Optional.empty();
        }

        @Override
        public <T extends HasMetadata> List<T> labelled(Class<T> type, String namespace, String key, String value) {
            return List.of();
        }

        @Override
        public void wrote(HasMetadata written, Optional<? extends HasMetadata> previous) {
            throw new AssertionError("nothing was written");
        }
    }
}
