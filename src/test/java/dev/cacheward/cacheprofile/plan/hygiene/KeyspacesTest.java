package dev.cacheward.cacheprofile.plan.hygiene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfileSpec;
import dev.cacheward.cacheprofile.model.hygiene.KeyspaceRule;
import dev.cacheward.delivery.value.Ttl;
import dev.cacheward.validation.Problem;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyspacesTest {
    @Test
    void eachRuleHasTheTimeOfItsTtlAlsoThroughATier() {
        // When
        CacheProfileSpec spec =
                spec("[{prefix: 'a:', ttl: users}, {prefix: 'b:', ttl: kept}, {prefix: 'c:', ttl: off}]");

        // Then
        assertThat(Keyspaces.of(spec))
                .containsExactly(
                        new KeyspaceRule("a:", "users", new Ttl.For(Duration.ofMinutes(1))),
                        new KeyspaceRule("b:", "kept", new Ttl.Never()),
                        new KeyspaceRule("c:", "off", new Ttl.Disabled()));
        assertThat(Keyspaces.check(spec)).isEmpty();
    }

    @Test
    void aTtlThatIsNotThereIsNamedWithItsPrefix() {
        assertThat(Keyspaces.check(spec("[{prefix: 'a:', ttl: users}, {prefix: 'b:', ttl: user}]")))
                .extracting(Problem::toString)
                .containsExactly("spec.keyspaces[1].ttl: \"user\" of prefix \"b:\" is not a name in spec.ttls");
    }

    @Test
    void aPrefixIsThereOnceAndHas1To128Characters() {
        // When
        CacheProfileSpec spec =
                spec("[{prefix: 'a', ttl: users}, {prefix: 'a', ttl: kept}, {prefix: '', ttl: kept}, {prefix: '"
                        + "x".repeat(129) + "', ttl: kept}]");

        // Then
        assertThat(Keyspaces.check(spec))
                .extracting(Problem::field)
                .containsExactly("spec.keyspaces[1].prefix", "spec.keyspaces[2].prefix", "spec.keyspaces[3].prefix");
    }

    @Test
    void thereAre32AtMost() {
        // When
        String many = IntStream.range(0, 33)
                .mapToObj(i -> "{prefix: 'a" + i + "', ttl: users}")
                .collect(Collectors.joining(",", "[", "]"));

        // Then
        assertThat(Keyspaces.check(spec(many)))
                .extracting(Problem::toString)
                .containsExactly("spec.keyspaces: 33 are too many: allowed are at most 32");
    }

    @Test
    void theyCannotStandWithARedisOfSomebodyElse() {
        assertThat(Keyspaces.check(spec("[{prefix: a, ttl: users}]\nredis: {external: {host: redis.example.org}}")))
                .extracting(Problem::toString)
                .containsExactly(
                        "spec.keyspaces: cannot stand with spec.redis.external: keys are looked at only in a Redis"
                                + " that the operator runs");
    }

    private static CacheProfileSpec spec(String keyspaces) {
        return Serialization.unmarshal(
                "tiers: {short: 1m}\nttls: {users: short, kept: Never, off: Disabled}\nkeyspaces: " + keyspaces,
                CacheProfileSpec.class);
    }
}
