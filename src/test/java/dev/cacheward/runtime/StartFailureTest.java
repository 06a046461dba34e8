package dev.cacheward.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.ConnectException;
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
    void anythingElseIsToldByItsInnermostCause() {
        assertThat(describe(new IllegalStateException("deep down"))).contains("deep down");
    }

    private static String describe(Exception cause) {
        return StartFailure.describe(new IllegalStateException("Error starting operator", cause), SERVER);
    }

    private static KubernetesClientException refused(int code, String message) {
        return new KubernetesClientException(
                message, code, new StatusBuilder().withMessage(message).build());
    }
}
