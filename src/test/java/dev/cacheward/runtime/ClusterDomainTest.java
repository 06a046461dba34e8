package dev.cacheward.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The complete name of a Service, and where the domain for it comes from. */
class ClusterDomainTest {
    private static final List<String> SEARCH = List.of("team.svc.cluster.local", "svc.cluster.local", "cluster.local");

    @ParameterizedTest
    @CsvSource({"1, team", "2, team", "5, team", "1, svc", "2, com", "5, svc", "5, cluster"})
    void theHostOfAServiceIsFoundByMuslWithAnyNdots(int ndots, String namespace) {
        // Given
        String host = ClusterDomain.DEFAULT.host("shop-redis", namespace);

        // When
        List<String> asked = ResolverOrder.musl(host, ndots, SEARCH);

        // Then
        assertThat(asked).contains("shop-redis." + namespace + ".svc.cluster.local");
    }

    @Test
    void aHostWithoutTheDomainIsNotFoundByMuslWithNdotsOfTwo() {
        assertThat(ResolverOrder.musl("shop-redis.team.svc", 2, SEARCH)).containsExactly("shop-redis.team.svc");
    }

    @Test
    void aDomainWithAFinalDotCostsOneQueryWhateverTheSearchList() {
        // Given
        String host = ClusterDomain.parse("cluster.local.").orElseThrow().host("shop-redis", "team");

        // Then
        assertThat(ResolverOrder.musl(host, 5, SEARCH)).containsExactly("shop-redis.team.svc.cluster.local");
    }

    @ParameterizedTest
    @CsvSource({
        "search ops.svc.cluster.local svc.cluster.local cluster.local, cluster.local",
        "search ops.svc.k8s.example.com svc.k8s.example.com k8s.example.com a.b c.d e.f g.h, k8s.example.com",
        "search ops.svc.corp. svc.corp. corp., corp",
        "search example.com ops.svc.corp svc.corp corp, corp",
        "search svc.svc.svc svc.svc svc, svc",
    })
    void theDomainStandsInTheSearchListOfAPod(String search, String domain) {
        // Given
        String resolvConf = "nameserver 10.96.0.10\nsearch first.example\n" + search + "\noptions ndots:5\n";

        // Then
        assertThat(ClusterDomain.ofResolvConf(resolvConf)).contains(new ClusterDomain(domain));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "search",
                "search example.com",
                "search svc.example.com",
                "search ops.svc. svc.",
                "#search ops.svc.corp svc.corp",
                "search ops.svc.$evil svc.$evil",
            })
    void outsideOfAClusterThereIsNone(String resolvConf) {
        assertThat(ClusterDomain.ofResolvConf(resolvConf)).isEmpty();
    }

    @Test
    void theLongestNamesGiveAHostThatDnsTakes() {
        // Given
        String longest = "a".repeat(63) + "." + "b".repeat(63) + "." + "c".repeat(10);
        ClusterDomain domain = ClusterDomain.parse(longest).orElseThrow();

        // Then
        assertThat(domain.host("s".repeat(46), "n".repeat(63))).hasSize(253);
        assertThat(ClusterDomain.parse(longest + "c")).isEmpty();
    }

    @Test
    void aSettingComesBeforeWhatTheResolverSays() {
        // Given
        Optional<ClusterDomain> found = Optional.of(new ClusterDomain("corp"));

        // Then
        assertThat(Settings.defaults().orDomain(found).clusterDomain()).isEqualTo(new ClusterDomain("corp"));
        assertThat(Settings.defaults()
                        .orDomain(Optional.of(new ClusterDomain("set")))
                        .orDomain(found)
                        .clusterDomain())
                .isEqualTo(new ClusterDomain("set"));
        assertThat(Settings.defaults().orDomain(Optional.empty()).clusterDomain())
                .isEqualTo(ClusterDomain.DEFAULT);
    }
}
