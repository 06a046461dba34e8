package dev.cacheward.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import org.junit.jupiter.api.Test;

/** What is reported of a reconciliation that keeps failing. */
class InternalErrorsTest {
    @Test
    void aMissingRightIsToldInTheApiServersWords() {
        assertThat(InternalErrors.cause(new KubernetesClientException(
                        new StatusBuilder().withCode(403).withMessage("may not").build())))
                .isEqualTo(new Cause(Reason.WRITE_REFUSED, "The API server refuses what has to be done here: may not"));
    }

    @Test
    void aRequestWithoutAnAnswerIsToldAsOne() {
        assertThat(InternalErrors.cause(
                        new KubernetesClientException("failed", new HttpTimeoutException("request timed out"))))
                .isEqualTo(new Cause(
                        Reason.WRITE_REFUSED,
                        "The API server gives no answer to a request for an object: no answer came in time. It may wait for an"
                                + " admission webhook that gives none. The operator tries again."));
    }

    @Test
    void ofAnythingElseTheMessageStaysInTheLog() {
        assertThat(InternalErrors.cause(new IllegalStateException("a secret", new IOException("another")))
                        .reason())
                .isEqualTo(Reason.INTERNAL_ERROR);
    }
}
