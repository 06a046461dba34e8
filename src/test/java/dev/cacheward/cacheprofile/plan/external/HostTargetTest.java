package dev.cacheward.cacheprofile.plan.external;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cacheprofile.model.ProfileBasics;
import dev.cacheward.cacheprofile.plan.SampleProfiles;
import dev.cacheward.redis.Authentication;
import dev.cacheward.redis.Connection;
import dev.cacheward.redis.Tls;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The profile is in the namespace team, of a cluster with the domain cluster.local. */
class HostTargetTest {
    private static final ProfileBasics PROFILE =
            SampleProfiles.valid(SampleProfiles.minimal()).basics();

    @ParameterizedTest(name = "{0} is {1} of Service {2}")
    @CsvSource({
        "redis, redis.team.svc.cluster.local, redis",
        "Redis, redis.team.svc.cluster.local, redis",
        "redis.team, redis.team.svc.cluster.local, redis",
        "redis.team.svc, redis.team.svc.cluster.local, redis",
        "redis.team.svc.cluster.local, redis.team.svc.cluster.local, redis",
        "redis-0.redis.team.svc, redis-0.redis.team.svc.cluster.local, redis",
        "redis-0.redis.team.svc.cluster.local, redis-0.redis.team.svc.cluster.local, redis"
    })
    void aNameOfTheProfilesNamespaceIsCompletedAsItsPodsWould(String host, String lookup, String service) {
        assertThat(HostTarget.of(host, PROFILE)).isEqualTo(new HostTarget(lookup, Optional.of(service)));
    }

    @ParameterizedTest
    @CsvSource({
        "redis.other.svc",
        "redis.other.svc.cluster.local",
        "redis.other",
        "redis.team.example.com",
        "redis.team.cluster.local",
        "team.svc",
        "db.example.com",
        "a.redis.team",
        "10.0.0.7",
        "fd12::7"
    })
    void everyOtherHostIsLookedUpAsItIs(String host) {
        assertThat(HostTarget.of(host, PROFILE)).isEqualTo(new HostTarget(host, Optional.empty()));
    }

    @Test
    void theCertificateOfACompletedNameIsThatOfTheAuthorsName() {
        // Given
        Connection written = connection("redis", Tls.ofPlatform());

        // When
        Connection reached = HostTarget.of("redis", PROFILE).reached(written);

        // Then
        assertThat(reached)
                .isEqualTo(connection(
                        "redis.team.svc.cluster.local", Tls.ofPlatform().named("redis")));
    }

    private static Connection connection(String host, Tls tls) {
        return new Connection(host, 6379, new Authentication.None(), Optional.of(0), Optional.of(tls));
    }
}
