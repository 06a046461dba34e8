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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpEndpointTest {
    private final AtomicInteger begun = new AtomicInteger();
    private final CountDownLatch slow = new CountDownLatch(1);
    private final HttpEndpoint endpoint = HttpEndpoint.open(
            0,
            Map.of(
                    "/metrics", this::slowPage,
                    "/livez", () -> Page.probe(Optional.empty()),
                    "/readyz", () -> Page.probe(Optional.of("The caches are being filled."))));

    @AfterEach
    void close() {
        slow.countDown();
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
        assertThat(answer.body()).contains("/livez, /metrics, /readyz");
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
    void scrapesThatTakeLongKeepNobodyFromAProbe() throws Exception {
        // Given
        HttpClient scraper = HttpClient.newHttpClient();
        List<CompletableFuture<HttpResponse<String>>> scrapes = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            scrapes.add(scraper.sendAsync(request("GET", "/metrics"), HttpResponse.BodyHandlers.ofString()));
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> begun.get() > 1);

        // When
        HttpResponse<String> answer = ask("GET", "/livez");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(slow.getCount()).isEqualTo(1);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> scrapes.stream()
                        .filter(scrape -> scrape.isDone() && !scrape.isCompletedExceptionally())
                        .anyMatch(scrape -> scrape.join().statusCode() == 503));
    }

    /** A page that is not finished before the test is over. */
    private Page slowPage() {
        begun.incrementAndGet();
        try {
            slow.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Page.text("metrics");
    }

    @Test
    void aPortThatIsTakenIsNamedWithItsSetting() {
        assertThatThrownBy(() -> HttpEndpoint.open(endpoint.port(), Map.of()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("Port " + endpoint.port() + " (CACHEWARD_HTTP_PORT) cannot be opened");
    }

    /** Again where the endpoint cut the connection: a machine that stands still for five seconds is a client that says nothing. */
    private HttpResponse<String> ask(String method, String path) {
        HttpRequest request = request(method, path);
        return await().atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .ignoreException(IOException.class)
                .until(
                        () -> HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()),
                        answer -> true);
    }

    private HttpRequest request(String method, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + endpoint.port() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .timeout(Duration.ofSeconds(30))
                .build();
    }
}
