package dev.cacheward.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cli.terminal.TestTerminal;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What is printed of the objects that the operator would make. */
class RenderCommandTest {
    private static final String PROFILE = """
            apiVersion: cacheward.dev/v1alpha1
            kind: CacheProfile
            metadata: {name: shop}
            spec:
              ttls: {users: 5m}
            """;

    private static final String POLICY = """
            ---
            apiVersion: cacheward.dev/v1alpha1
            kind: RateLimitPolicy
            metadata: {name: shop}
            spec:
              profileRef: {name: shop}
              limits: {default: 100/hour}
            """;

    private TestTerminal terminal;

    @Test
    void everyObjectOfAProfileAndItsPolicyIsPrinted() {
        // When
        int code = render(POLICY + "---\n" + PROFILE);

        // Then
        assertThat(code).isZero();
        assertThat(objects())
                .containsExactly(
                        "ConfigMap shop-cache",
                        "Secret shop-redis",
                        "Secret shop-redis-env",
                        "ServiceAccount shop-redis",
                        "Service shop-redis",
                        "Service shop-redis-pods",
                        "ConfigMap shop-redis-conf",
                        "Secret shop-redis-server",
                        "StatefulSet shop-redis",
                        "ConfigMap shop-limits",
                        "Secret shop-limits-env");
    }

    @Test
    void theSameIsPrintedEachTime() {
        // Given
        render(PROFILE + POLICY);
        String first = terminal.out();

        // When
        render(PROFILE + POLICY);

        // Then
        assertThat(terminal.out()).isEqualTo(first);
    }

    @Test
    void ofASecretOnlyThePlaceIsShown() {
        // When
        render(PROFILE + "  redis: {managed: {tls: {secretName: shop-tls}}}\n" + POLICY);

        // Then
        assertThat(terminal.out())
                .doesNotContain("placeholder", "\ndata:\n  password", "#")
                .contains(
                        "  password: \"<redacted>\"",
                        "  url: \"<redacted>\"",
                        "  users.acl: \"<redacted>\"",
                        "  tls.key: \"<redacted>\"",
                        "  RATE_LIMIT_STORAGE_URI: \"<redacted>\"",
                        "  host: \"shop-redis.default.svc.cluster.local\"",
                        "  REDIS_PORT: \"6380\"");
    }

    @Test
    void settingsAndNamespaceAreThoseOfTheCommand() {
        // When
        render(
                PROFILE,
                "--namespace=team",
                "--set=CACHEWARD_REDIS_IMAGE=valkey:9",
                "--set=CACHEWARD_PROFILE_DEFAULTS={resources: {limits: {memory: 1Gi}}}",
                "--set=CACHEWARD_CLUSTER_DOMAIN=k8s.example.com");

        // Then
        assertThat(terminal.out())
                .contains(
                        "namespace: \"team\"",
                        "image: \"valkey:9\"",
                        "memory: \"1Gi\"",
                        "shop-redis.team.svc.k8s.example.com");
    }

    @Test
    void keysThatAreMergedAreMarked() {
        // When
        render(PROFILE + "  delivery: [{configMap: {name: settings, mode: Merge}}]\n");

        // Then
        assertThat(terminal.out()).contains("# These keys are merged into a ConfigMap", "name: \"settings\"");
    }

    @Test
    void whereTheRedisOfSomebodyElseIsMayStandInASecret() {
        // When
        int code = render(PROFILE + "  redis: {external: {urlFrom: {name: a, key: url}}}\n" + POLICY);

        // Then
        assertThat(code).isZero();
        assertThat(objects()).containsExactly("ConfigMap shop-cache", "ConfigMap shop-limits");
        assertThat(terminal.err())
                .contains("CacheProfile \"shop\": where its Redis is", "RateLimitPolicy \"shop\": the connection of");
    }

    @Test
    void thePlaceOfARedisOfSomebodyElseIsShownAndItsPasswordIsNot() {
        // When
        render(PROFILE + "  redis: {external: {host: redis.example.com, passwordFrom: {name: a, key: b}}}\n");

        // Then
        assertThat(terminal.out())
                .contains("  host: \"redis.example.com\"", "  password: \"<redacted>\"")
                .doesNotContain("placeholder");
    }

    @Test
    void anInvalidManifestIsNotRendered() {
        // When
        int code = render(PROFILE.replace("5m", "\"60\""));

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).contains("-:5:10: error: CacheProfile shop: spec.ttls[users]");
    }

    private int render(String manifests, String... options) {
        terminal = TestTerminal.reading(manifests);
        CommandLine command = new CommandLine(new RenderCommand(terminal.terminal()));
        return command.execute(Stream.concat(Stream.of(options), Stream.of("-")).toArray(String[]::new));
    }

    private List<String> objects() {
        return Pattern.compile("(?ms)^kind: \"(\\w+)\"\\nmetadata:\\n.*?^  name: \"([^\"]+)\"")
                .matcher(terminal.out())
                .results()
                .map((MatchResult object) -> object.group(1) + " " + object.group(2))
                .toList();
    }
}
