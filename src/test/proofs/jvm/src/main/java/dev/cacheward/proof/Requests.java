package dev.cacheward.proof;

import dev.cacheward.proof.Settings.Rate;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;

/** Requests of one client to an application on the loopback. */
final class Requests {
    static final String CLIENT_HEADER = "X-Client";

    private static final int MORE = 5;

    /** So many requests in less than so many seconds. */
    record Accepted(int amount, long seconds) {}

    private final String root;
    private final String client;

    Requests(ConfigurableApplicationContext application, String client) {
        this.root = "http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port");
        this.client = client;
    }

    /** Sends more requests than the rates allow; a bucket gives one back after each of its parts of the window. */
    Accepted hold(Checks checks, String limit, List<Rate> rates, boolean limited) throws IOException {
        int allowed = rates.stream().mapToInt(Rate::amount).min().orElseThrow();
        long start = System.nanoTime();
        int accepted = 0;
        while (accepted < allowed + MORE && accepts("/" + limit)) {
            accepted++;
        }
        long passed = (System.nanoTime() - start) / 1_000_000_000 + 1;
        if (limited) {
            long most = rates.stream()
                    .mapToLong(rate -> rate.amount() + rate.refilled(passed))
                    .min()
                    .orElseThrow();
            checks.between("limit " + limit + " answers 429 after", allowed, most, accepted);
        } else {
            checks.same("limit " + limit + " is off, accepted", allowed + MORE, accepted);
        }
        return new Accepted(accepted, passed);
    }

    /** A connection for each request, since an open one would hold up the end of the application. */
    private boolean accepts(String path) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(root + path).toURL().openConnection();
        connection.setRequestProperty(CLIENT_HEADER, client);
        connection.setRequestProperty("Connection", "close");
        int status = connection.getResponseCode();
        connection.disconnect();
        Boolean accepted = Map.of(200, true, 429, false).get(status);
        if (accepted == null) {
            throw new IllegalStateException(path + " answers " + status);
        }
        return accepted;
    }
}
