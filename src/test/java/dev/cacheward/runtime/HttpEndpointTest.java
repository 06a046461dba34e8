package dev.cacheward.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpEndpointTest {
    private final HttpEndpoint endpoint = HttpEndpoint.open(
            0,
            Map.of(
                    "/livez", () -> Page.probe(Optional.empty()),
                    "/readyz", () -> Page.probe(Optional.of("The caches are being filled."))));

    @AfterEach
    void close() {
        endpoint.close();
    }

    @Test
    void aProbeIsAnsweredWith200WhenNothingIsWrong() throws Exception {
        HttpResponse<String> answer = ask("GET", "/livez");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("ok\n");
    }

    @Test
    void elseWith503AndWhatIs() throws Exception {
        HttpResponse<String> answer = ask("GET", "/readyz");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo("The caches are being filled.\n");
    }

    @Test
    void headHasTheStatusAlone() throws Exception {
        HttpResponse<String> answer = ask("HEAD", "/readyz");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void anotherPathIsToldWhatThereIs() throws Exception {
        HttpResponse<String> answer = ask("GET", "/livez/../etc");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("/livez, /readyz");
    }

    @Test
    void nothingCanBeSentToIt() throws Exception {
        assertThat(ask("POST", "/livez").statusCode()).isEqualTo(405);
    }

    @Test
    void clientsThatSayNothingKeepNobodyFromAProbe() throws Exception {
        // Given
        List<Socket> silent = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            silent.add(new Socket("127.0.0.1", endpoint.port()));
        }

        // When
        HttpResponse<String> answer = ask("GET", "/livez");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        for (Socket socket : silent) {
            socket.close();
        }
    }

    @Test
    void aPortThatIsTakenIsNamedWithItsSetting() {
        assertThatThrownBy(() -> HttpEndpoint.open(endpoint.port(), Map.of()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("Port " + endpoint.port() + " (CACHEWARD_HTTP_PORT) cannot be opened");
    }

    /** Again where the endpoint cut the connection: a machine that stands still for five seconds is a client that says nothing. */
    private HttpResponse<String> ask(String method, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + endpoint.port() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .timeout(Duration.ofSeconds(30))
                .build();
        return await().atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .ignoreException(IOException.class)
                .until(
                        () -> HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()),
                        answer -> true);
    }
}
