package dev.cacheward.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.configmap.OwnerConflicts;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiRefusalTest {
    @ParameterizedTest
    @ValueSource(ints = {400, 403, 422})
    void whatOnlyAPersonCanPutRightLasts(int code) {
        assertThat(refusal(code).lasting()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 401, 404, 409, 429, 500, 503})
    void theRestPassesByItself(int code) {
        assertThat(refusal(code).lasting()).isFalse();
    }

    @Test
    void theWordsAreTheApiServersOwn() {
        assertThat(ApiRefusal.of(new KubernetesClientException(OwnerConflicts.ofData("helm")))
                        .message())
                .isEqualTo("Apply failed with 1 conflict: conflict with \"helm\": .data");
        assertThat(ApiRefusal.of(new KubernetesClientException("closed", 403, null))
                        .message())
                .isEqualTo("HTTP 403");
    }

    @Test
    void aConflictOfOwnersNamesThemAndNoOtherConflictDoes() {
        assertThat(ApiRefusal.of(new KubernetesClientException(OwnerConflicts.ofData("helm")))
                        .owners())
                .containsExactly(".data (conflict with \"helm\")");
        assertThat(refusal(409).owners()).isEmpty();
    }

    @Test
    void aMissingRightIsFoundInWhatCausedAFailure() {
        assertThat(ApiRefusal.forbidden(new IllegalStateException("look", exception(403))))
                .contains("may not");
        assertThat(ApiRefusal.forbidden(exception(422))).isEmpty();
        assertThat(ApiRefusal.forbidden(new IllegalStateException("look"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 504})
    void whatTheApiServerFailsAtIsFoundInWhatCausedAFailure(int code) {
        assertThat(ApiRefusal.failing(new IllegalStateException("look", exception(code))))
                .contains("may not");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 403, 404, 409, 429})
    void whatItDoesNotAnswerOrRefusesItDoesNotFailAt(int code) {
        assertThat(ApiRefusal.failing(exception(code))).isEmpty();
    }

    private static ApiRefusal refusal(int code) {
        return ApiRefusal.of(exception(code));
    }

    private static KubernetesClientException exception(int code) {
        Status status =
                new StatusBuilder().withCode(code).withMessage("may not").build();
        return new KubernetesClientException(status);
    }
}
