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

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{redis: {managed: {evictionPolicy: noeviction}}} | true",
                "{redis: {managed: {evictionPolicy: volatile-lfu}}} | false",
                "{redis: {managed: {}}} | false",
                "{redis: {}} | false",
                "{} | false"
            })
    void onlyNoevictionNeverEvicts(String spec, boolean neverEvicts) {
        assertThat(view(spec, "{}").neverEvicts()).isEqualTo(neverEvicts);
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
