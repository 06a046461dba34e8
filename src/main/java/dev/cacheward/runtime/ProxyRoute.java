package dev.cacheward.runtime;

import dev.cacheward.validation.AddressBlock;
import dev.cacheward.validation.Parsed;
import dev.cacheward.validation.Quote;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The way to the API server that the environment asks for. The client library takes fewer forms of these variables than other
 * tools do, and throws at the rest.
 *
 * @param decides whether the environment names a proxy for such a server; otherwise the kubeconfig may
 * @param proxy empty if the server is reached without one
 * @param warnings one line for each entry of NO_PROXY that is passed over
 */
public record ProxyRoute(boolean decides, Optional<Proxy> proxy, List<String> warnings) {
    private static final String ALLOWED =
            " is not the address of an HTTP proxy: allowed is [http://][user:password@]host[:port]";
    private static final Map<String, Integer> PORTS = Map.of("http", 80, "https", 443);

    /**
     * A proxy.
     *
     * @param variable that names it
     */
    public record Proxy(String variable, URI uri) {
        /** Without the password that the URI may have. */
        @Override
        public String toString() {
            return uri.getHost() + ":" + uri.getPort() + " (" + variable + ")";
        }
    }

    /** @param text as it was set, stripped of blanks */
    private record Variable(String name, String text) {}

    /**
     * Decides between the proxy and the straight way, as curl and Go do.
     *
     * @param environment such as {@link System#getenv()}
     * @param server the URL of the API server
     * @return invalid, with the variable at fault, if the proxy is needed and cannot be used
     */
    public static Parsed<ProxyRoute> of(Map<String, String> environment, URI server) {
        Optional<Variable> except = first(environment, "NO_PROXY", "no_proxy");
        NoProxy direct = NoProxy.parse(except.map(Variable::text).orElse(""));
        List<String> warnings = direct.unreadable().stream()
                .map(entry -> except.map(Variable::name).orElse("") + ": " + Quote.of(entry)
                        + " is passed over: it is neither a name nor an address nor a block of addresses")
                .toList();
        String host = Optional.ofNullable(server.getHost()).orElse("");
        Optional<Variable> wanted = "http".equals(server.getScheme())
                ? first(environment, "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy")
                : first(environment, "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy");
        return wanted.filter(variable -> !isLocal(host) && !direct.covers(host))
                .map(variable -> proxy(variable, warnings))
                .orElseGet(() -> new Parsed.Valid<>(new ProxyRoute(wanted.isPresent(), Optional.empty(), warnings)));
    }

    private static Parsed<ProxyRoute> proxy(Variable variable, List<String> warnings) {
        return parse(variable.text())
                .<Parsed<ProxyRoute>>map(uri -> new Parsed.Valid<>(
                        new ProxyRoute(true, Optional.of(new Proxy(variable.name(), uri)), warnings)))
                .orElseGet(() -> new Parsed.Invalid<>(
                        variable.name() + ": " + Quote.of(withoutUser(variable.text())) + ALLOWED));
    }

    private static Optional<URI> parse(String text) {
        try {
            URI uri = new URI(text.contains("://") ? text : "http://" + text);
            String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
            int port = uri.getPort() < 0 ? PORTS.getOrDefault(scheme, -1) : uri.getPort();
            return PORTS.containsKey(scheme) && uri.getHost() != null && port > 0 && port <= 0xffff
                    ? Optional.of(new URI(scheme, uri.getUserInfo(), uri.getHost(), port, null, null, null))
                    : Optional.empty();
        } catch (URISyntaxException unusable) {
            return Optional.empty();
        }
    }

    /** Hides what may be a password. */
    private static String withoutUser(String text) {
        return text.replaceFirst("^([a-zA-Z0-9+.-]*://)?.*@", "$1" + Quote.ELLIPSIS + "@");
    }

    private static boolean isLocal(String host) {
        AddressBlock loopback = AddressBlock.parse("127.0.0.0/8").orElseThrow();
        return host.equalsIgnoreCase("localhost")
                || host.equals("[::1]")
                || AddressBlock.single(host).filter(loopback::contains).isPresent();
    }

    private static Optional<Variable> first(Map<String, String> environment, String... names) {
        return Stream.of(names)
                .map(name ->
                        new Variable(name, environment.getOrDefault(name, "").strip()))
                .filter(variable -> !variable.text().isEmpty())
                .findFirst();
    }
}
