package dev.cacheward.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.ConnectException;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StartFailureTest {
    private static final String SERVER = "https://example:6443/";

    @Test
    void missingCustomResourcesAreAnsweredWithTheCommandThatInstallsThem() {
        assertThat(describe(refused(404, "the server could not find the requested resource")))
                .contains("kubectl apply --server-side -f crds/");
    }

    @Test
    void aMissingRightIsNamedInTheServersWords() {
        assertThat(describe(refused(403, "cannot list resource \"secrets\"")))
                .contains("cannot list resource \"secrets\"")
                .contains("CACHEWARD_NAMESPACES");
    }

    @Test
    void wrongCredentialsPointToTheKubeconfig() {
        assertThat(describe(refused(401, "Unauthorized"))).contains(SERVER).contains("KUBECONFIG");
    }

    @Test
    void aServerThatDoesNotAnswerIsNamed() {
        assertThat(describe(new ConnectException("refused"))).contains(SERVER).contains("KUBECONFIG");
    }

    @Test
    void theProxyInBetweenIsNamedWithoutItsPassword() {
        // Given
        ProxyRoute.Proxy proxy = new ProxyRoute.Proxy("HTTPS_PROXY", URI.create("http://me:secret@proxy.example:3128"));

        // When
        String words = StartFailure.describe(new ConnectException("refused"), SERVER, Optional.of(proxy));

        // Then
        assertThat(words)
                .contains("through the proxy proxy.example:3128 (HTTPS_PROXY)")
                .contains("NO_PROXY")
                .doesNotContain("secret");
    }

    @Test
    void anUnreadableKubeconfigIsToldInOneLineWithoutWhatItHolds() {
        // When
        String words = StartFailure.unusable(new IllegalStateException(
                new IllegalArgumentException("while parsing\n in reader, line 2\n token: secret")));

        // Then
        assertThat(words)
                .contains("IllegalArgumentException at line 2")
                .contains("KUBECONFIG")
                .doesNotContain("secret")
                .doesNotContain("\n");
    }

    @Test
    void anythingElseIsToldByItsInnermostCause() {
        assertThat(describe(new IllegalStateException("deep down"))).contains("deep down");
    }

    private static String describe(Exception cause) {
        return StartFailure.describe(
                new IllegalStateException("Error starting operator", cause), SERVER, Optional.empty());
    }

    private static KubernetesClientException refused(int code, String message) {
        return new KubernetesClientException(
                message, code, new StatusBuilder().withMessage(message).build());
    }
}
