package dev.cacheward.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NoAnswerTest {
    private static final String LATE = "no answer came in time";
    private static final String BROKEN = "the connection failed before an answer came";

    private record Case(Throwable failure, String why) {}

    static Stream<Case> silences() {
        return Stream.of(
                new Case(asked(new HttpTimeoutException("request timed out")), LATE),
                new Case(asked(new IOException("wrapped", new HttpTimeoutException("request timed out"))), LATE),
                new Case(asked(new SocketTimeoutException()), LATE),
                new Case(asked(new TimeoutException()), LATE),
                new Case(asked(new ConnectException()), BROKEN),
                new Case(asked(new IOException("header parser received no bytes")), BROKEN),
                new Case(new IllegalStateException("look", asked(new ConnectException())), BROKEN));
    }

    @ParameterizedTest
    @MethodSource("silences")
    void aRequestThatWaitsInVainOrWhoseConnectionFailsHasNoAnswer(Case silence) {
        assertThat(NoAnswer.of(silence.failure())).map(NoAnswer::why).contains(silence.why());
    }

    static Stream<Throwable> others() {
        return Stream.of(
                new KubernetesClientException("refused", 403, null),
                new KubernetesClientException("failed", 500, null),
                asked(new InterruptedIOException()),
                asked(new IllegalStateException("Not sent, since this replica does not lead")),
                new IllegalStateException("look"),
                new IOException("of a Redis"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void aRefusalAnInterruptionAndWhatWasNotSentAreSomethingElse(Throwable failure) {
        assertThat(NoAnswer.of(failure)).isEmpty();
    }

    @Test
    void whatWasAskedForIsNamed() {
        // Given
        Config nowhere = new ConfigBuilder(Config.empty())
                .withMasterUrl("http://127.0.0.1:1/")
                .withRequestRetryBackoffLimit(0)
                .build();

        // When
        try (KubernetesClient client =
                new KubernetesClientBuilder().withConfig(nowhere).build()) {
            client.configMaps().inNamespace("team").withName("app").get();
        } catch (KubernetesClientException failure) {
            // Then
            assertThat(NoAnswer.of(failure)).contains(new NoAnswer("configmaps \"app\"", BROKEN));
            return;
        }
        throw new AssertionError("something answered");
    }

    private static KubernetesClientException asked(Exception cause) {
        return new KubernetesClientException("Operation: [patch] failed.", cause);
    }
}
