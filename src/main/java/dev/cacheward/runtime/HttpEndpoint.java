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
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Serves the operator's own pages to the kubelet and Prometheus, on all addresses. It reads no request bodies. Each page has few
 * threads at once, and all pages together have many, so that requests for one page do not delay those for another: whoever
 * holds up the metrics does not hold up the probes.
 */
public final class HttpEndpoint implements AutoCloseable {
    /** A client that sends its request slowly occupies one thread. They are made when they are needed. */
    private static final int THREADS = 64;

    /** A client that reads slowly occupies one of these. */
    private static final int THREADS_OF_A_PAGE = 4;

    /** How long a request waits for such a thread, in milliseconds. */
    private static final long PATIENCE = 500;

    /**
     * Limits the time that such a client gets, in seconds. The server reads these system properties when its class is loaded.
     */
    private static final Map<String, String> LIMITS =
            Map.of("sun.net.httpserver.maxReqTime", "5", "sun.net.httpserver.maxRspTime", "10");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, new DaemonThreads("http"));
    private final Map<String, Supplier<Page>> pages;
    private final Map<String, Semaphore> turns;

    private HttpEndpoint(HttpServer server, Map<String, Supplier<Page>> pages) {
        this.server = server;
        this.pages = new TreeMap<>(pages);
        this.turns = pages.keySet().stream()
                .collect(Collectors.toMap(path -> path, path -> new Semaphore(THREADS_OF_A_PAGE)));
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
        String path = exchange.getRequestURI().getPath();
        try (exchange) {
            Semaphore turn = turns.getOrDefault(path, new Semaphore(1));
            if (!take(turn)) {
                send(exchange, Page.busy());
                return;
            }
            try {
                send(exchange, page(exchange.getRequestMethod(), path));
            } finally {
                turn.release();
            }
        }
    }

    private static boolean take(Semaphore turn) {
        try {
            return turn.tryAcquire(PATIENCE, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void send(HttpExchange exchange, Page page) throws IOException {
        boolean head = exchange.getRequestMethod().equals("HEAD");
        byte[] body = page.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", page.contentType());
        exchange.sendResponseHeaders(page.status(), head ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
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
