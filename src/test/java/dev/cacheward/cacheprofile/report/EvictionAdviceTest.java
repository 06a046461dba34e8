package dev.cacheward.cacheprofile.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.cacheprofile.plan.SampleProfiles;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A memory that fills with keys that are never evicted is told before writes fail, and with names. */
class EvictionAdviceTest {
    @ParameterizedTest
    @ValueSource(strings = {"volatile-lfu", "volatile-lru", "volatile-random", "volatile-ttl"})
    void aNameThatNeverExpiresWarnsUnderAPolicyThatEvictsOnlyWhatExpires(String policy) {
        assertThat(warnings("ttls: {users: 5m, catalog: Never}", policy))
                .singleElement()
                .asString()
                .startsWith("\"catalog\" never expires, and " + policy + " evicts only keys that expire")
                .contains("allkeys");
    }

    @ParameterizedTest
    @ValueSource(strings = {"allkeys-lru", "allkeys-lfu", "allkeys-random", "noeviction"})
    void underOtherPoliciesItIsAsItsAuthorWantsIt(String policy) {
        assertThat(warnings("ttls: {catalog: Never}", policy)).isEmpty();
    }

    @Test
    void namesThatExpireOrAreNotCachedWarnOfNothing() {
        assertThat(warnings("ttls: {users: 5m, nothing: Disabled}", "volatile-lfu"))
                .isEmpty();
    }

    @Test
    void ofManyNamesTheFirstAreTold() {
        assertThat(warnings(
                        "ttls: {a: Never, b: Never, c: Never, d: Never, e: Never, f: Never, g: Never}", "volatile-ttl"))
                .singleElement()
                .asString()
                .startsWith("\"a\", \"b\", \"c\", \"d\", \"e\" and 2 more never expire, and volatile-ttl evicts");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "volatile-lfu|The evictionPolicy is volatile-lfu, which evicts only keys that expire; ttls that are Never:"
                        + " \"catalog\".",
                "noeviction|The evictionPolicy is noeviction, which evicts nothing; ttls that are Never: \"catalog\".",
                "allkeys-lru|The evictionPolicy is allkeys-lru, which evicts any key."
            })
    void aFullServerIsToldWithItsPolicyAndTheNamesThatItKeeps(String policy, String words) {
        // Given
        Cause full = new Cause(Reason.OUT_OF_MEMORY, "The server is full.");

        // Then
        assertThat(EvictionAdvice.explained(
                                full,
                                SampleProfiles.valid(profile("ttls: {users: 5m, catalog: Never}", policy))
                                        .ttls(),
                                policy)
                        .message())
                .isEqualTo("The server is full. " + words);
    }

    private static List<String> warnings(String ttls, String policy) {
        return EvictionAdvice.warnings(
                        SampleProfiles.valid(profile(ttls, policy)).ttls(), policy)
                .texts();
    }

    private static CacheProfile profile(String ttls, String policy) {
        return SampleProfiles.profile(ttls, "redis: {managed: {evictionPolicy: " + policy + "}}");
    }
}
