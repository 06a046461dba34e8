package dev.cacheward.ratelimitpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfile;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileViewTest {
    private static final String READY = "conditions: [{type: Ready, status: 'True'}]";

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{observedGeneration: 2, " + READY + "} | true",
                "{observedGeneration: 2, conditions: [{type: Ready, status: 'False'}]} | false",
                "{observedGeneration: 2, conditions: [{type: Ready, status: Unknown}]} | false",
                "{observedGeneration: 2, conditions: [{type: Ready, status: Unknown, reason: OperatorRemoved}]} | unknown",
                "{observedGeneration: 2, conditions: []} | false",
                "{observedGeneration: 2} | false",
                "{observedGeneration: 1, " + READY + "} | unknown",
                "{observedGeneration: -1} | unknown",
                "{} | unknown",
                "null | unknown"
            })
    void aProfileIsReadyIfItsStatusSaysSoOfThisGeneration(String status, String ready) {
        assertThat(view("{ttls: {users: 5m}}", status)
                        .ready()
                        .map(String::valueOf)
                        .orElse("unknown"))
                .isEqualTo(ready);
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{redis: {managed: {evictionPolicy: noeviction}}} | {} | NEVER",
                "{redis: {managed: {evictionPolicy: volatile-lfu}}} | {} | POSSIBLE",
                "{redis: {managed: {}}} | {} | POSSIBLE",
                "{redis: {}} | {} | POSSIBLE",
                "{} | {} | POSSIBLE",
                "{redis: {external: {host: h}}} | {} | UNKNOWN",
                "{redis: {external: {host: h, evictionPolicy: noeviction}}} | {} | NEVER",
                "{redis: {external: {host: h, evictionPolicy: noeviction}}} | {observedGeneration: 2, redis: {evictionPolicy: volatile-lru}} | POSSIBLE",
                "{redis: {external: {host: h}}} | {observedGeneration: 2, redis: {evictionPolicy: noeviction}} | NEVER",
                "{redis: {external: {host: h}}} | {observedGeneration: 1, redis: {evictionPolicy: noeviction}} | UNKNOWN"
            })
    void theServersOwnWordOnEvictionComesBeforeThatOfTheSpec(
            String spec, String status, ProfileView.Eviction eviction) {
        assertThat(view(spec, status).eviction()).isEqualTo(eviction);
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{redis: {external: {host: h}}} | {observedGeneration: 2, redis: {capabilities: [TTL, INFO]}} | true",
                "{redis: {external: {host: h}}} | {observedGeneration: 2, redis: {capabilities: [TTL, EVAL]}} | false",
                "{redis: {external: {host: h}}} | {observedGeneration: 1, redis: {capabilities: []}} | false",
                "{redis: {external: {host: h}}} | {observedGeneration: 2, redis: {}} | false",
                "{redis: {external: {host: h, check: {scripts: Optional}}}} | {observedGeneration: 2, redis: {capabilities: []}} | false",
                "{} | {observedGeneration: 2, redis: {}} | false"
            })
    void aServerLacksScriptsIfItsCheckSaidSoOfThisGeneration(String spec, String status, boolean lacks) {
        assertThat(view(spec, status).lacksScripts()).isEqualTo(lacks);
    }

    private static ProfileView view(String spec, String status) {
        return ProfileView.of(new KubernetesSerialization().unmarshal("""
                apiVersion: cacheward.dev/v1alpha1
                kind: CacheProfile
                metadata: {name: shop, namespace: team, generation: 2}
                spec: %s
                status: %s
                """.formatted(spec, status), CacheProfile.class));
    }
}
