package dev.cacheward.runtime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.cacheward.threads.DaemonThreads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Serves the operator's own pages to the kubelet and Prometheus, on all addresses. It reads no request bodies. */
public final class HttpEndpoint implements AutoCloseable {
    /** A slow client occupies one thread. */
    private static final int THREADS = 8;

    /**
     * Limits the time that such a client gets, in seconds. The server reads these system properties when its class is loaded.
     */
    private static final Map<String, String> LIMITS =
            Map.of("sun.net.httpserver.maxReqTime", "5", "sun.net.httpserver.maxRspTime", "10");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, new DaemonThreads("http"));
    private final Map<String, Supplier<Page>> pages;

    private HttpEndpoint(HttpServer server, Map<String, Supplier<Page>> pages) {
        this.server = server;
        this.pages = new TreeMap<>(pages);
    }

    /**
     * Opens the port.
     *
     * @param port 0 takes any free one
     * @param pages by path, such as {@code /livez}; each request makes its page anew
     * @throws UncheckedIOException if the port cannot be opened
     */
    public static HttpEndpoint open(int port, Map<String, Supplier<Page>> pages) {
        LIMITS.forEach(System::setProperty);
        try {
            HttpEndpoint endpoint = new HttpEndpoint(HttpServer.create(new InetSocketAddress(port), 0), pages);
            endpoint.server.setExecutor(endpoint.threads);
            endpoint.server.createContext("/", endpoint::answer);
            endpoint.server.start();
            return endpoint;
        } catch (IOException e) {
            throw new UncheckedIOException("Port " + port + " (CACHEWARD_HTTP_PORT) cannot be opened: " + e, e);
        }
    }

    /** Returns the port that is open. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean head = exchange.getRequestMethod().equals("HEAD");
            Page page =
                    page(exchange.getRequestMethod(), exchange.getRequestURI().getPath());
            byte[] body = page.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", page.contentType());
            exchange.sendResponseHeaders(page.status(), head ? -1 : body.length);
            if (!head) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private Page page(String method, String path) {
        if (!List.of("GET", "HEAD").contains(method)) {
            return Page.notAllowed();
        }
        return pages.getOrDefault(path, () -> Page.missing(List.copyOf(pages.keySet())))
                .get();
    }
}
