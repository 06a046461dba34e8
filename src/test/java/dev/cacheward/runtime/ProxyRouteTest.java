package dev.cacheward.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.validation.Parsed;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which way the environment sends the requests to the API server. */
class ProxyRouteTest {
    private static final String SERVER = "https://kubernetes.default.svc:443/";
    private static final String PROXY = "http://proxy.example:3128";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "*.svc",
                ".svc",
                "svc",
                "SVC",
                "a.example, *.svc",
                "a.example *.svc",
                "a.example,\t.svc ,",
                "kubernetes.default.svc",
                "kubernetes.default.svc:443",
                "kubernetes.default.svc.",
                "*.svc:443",
                "http://odd/,10.0.0.0/8,*.svc"
            })
    void everyFormOfNoProxyThatCurlAndGoTakeIsUnderstood(String noProxy) {
        assertThat(way(SERVER, Map.of("HTTPS_PROXY", PROXY, "NO_PROXY", noProxy)))
                .isEqualTo("straight");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://10.1.0.1:443|10.0.0.0/8",
                "https://10.1.0.1|10.1.2.3/8",
                "https://10.1.0.1:443|10.1.0.1:443",
                "https://10.1.0.1|10.1.0.1",
                "https://[fd00::1]:6443|fd00::/8",
                "https://[fd00::1]:6443|[fd00::1]:443",
                "https://[fd00::1]:6443|fd00:0::1",
                "https://127.0.0.1:6443|none",
                "https://localhost:6443|none",
                "https://[::1]:6443|none"
            })
    void anAddressIsExceptedByItselfByItsBlockOrAsOneOfThisMachine(String server, String noProxy) {
        assertThat(way(server, Map.of("HTTPS_PROXY", PROXY, "NO_PROXY", noProxy)))
                .isEqualTo("straight");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", ",", "10.0.0.0/8", "vc", "*vc", "default", ".default", "192.168.0.0/16,other.example"})
    void whatNoProxyDoesNotNameGoesThroughTheProxy(String noProxy) {
        assertThat(way(SERVER, Map.of("HTTPS_PROXY", PROXY, "NO_PROXY", noProxy)))
                .isEqualTo("proxy.example:3128 (HTTPS_PROXY)");
    }

    @ParameterizedTest
    @CsvSource({
        "HTTPS_PROXY, https, proxy.example:3128, proxy.example:3128",
        "https_proxy, https, http://proxy.example:3128/, proxy.example:3128",
        "ALL_PROXY, https, http://proxy.example, proxy.example:80",
        "all_proxy, http, https://proxy.example, proxy.example:443",
        "HTTP_PROXY, http, HTTP://me:secret@proxy.example:3128, proxy.example:3128",
        "http_proxy, http, 10.0.0.9:3128, 10.0.0.9:3128",
    })
    void aProxyMayBeNamedInEveryFormAndLetterCase(String variable, String scheme, String value, String address) {
        assertThat(way(scheme + "://api.example:6443", Map.of(variable, value)))
                .isEqualTo(address + " (" + variable + ")");
    }

    @Test
    void aProxyForTheOtherSchemeDecidesNothing() {
        // When
        ProxyRoute route = valid(ProxyRoute.of(Map.of("HTTP_PROXY", PROXY), URI.create(SERVER)));

        // Then
        assertThat(route.decides()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "socks5://proxy.example:1080",
                "proxy example:3128",
                "http://",
                "http://proxy.example:99999",
                "http://proxy.example:port",
                "http://me:secret%@proxy.example:3128",
                "me:secret@proxy_host:3128",
                "://:::"
            })
    void aProxyThatCannotBeUsedIsNamedInOneLineWithoutItsPassword(String value) {
        // When
        String words = ProxyRoute.of(Map.of("HTTPS_PROXY", value), URI.create(SERVER))
                .fold(route -> "valid: " + route, message -> message);

        // Then
        assertThat(words)
                .startsWith("HTTPS_PROXY: ")
                .contains("is not the address of an HTTP proxy: allowed is")
                .doesNotContain("secret")
                .doesNotContain("\n");
    }

    @Test
    void aProxyThatIsNotNeededIsNotJudged() {
        assertThat(way(SERVER, Map.of("HTTPS_PROXY", "socks5://proxy.example:1080", "NO_PROXY", "*")))
                .isEqualTo("straight");
    }

    @Test
    void anEntryThatNobodyReadsIsPassedOverAndNamed() {
        // When
        ProxyRoute route = valid(ProxyRoute.of(
                Map.of("https_proxy", PROXY, "no_proxy", "http://odd/,10.*,[::1,good.example,10.0.0.1:443"),
                URI.create(SERVER)));

        // Then
        assertThat(route.warnings())
                .allMatch(line -> line.startsWith("no_proxy: "))
                .extracting(line -> line.split("\"")[1])
                .isEqualTo(List.of("http://odd/", "10.*", "[::1"));
    }

    private static String way(String server, Map<String, String> environment) {
        return valid(ProxyRoute.of(environment, URI.create(server)))
                .proxy()
                .map(ProxyRoute.Proxy::toString)
                .orElse("straight");
    }

    private static ProxyRoute valid(Parsed<ProxyRoute> route) {
        return route.fold(value -> value, message -> {
            throw new AssertionError(message);
        });
    }
}
