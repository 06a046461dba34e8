package dev.cacheward.cacheprofile.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.CacheProfileStatus;
import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.cacheprofile.model.Credentials;
import dev.cacheward.cacheprofile.model.ObservedRedis;
import dev.cacheward.cacheprofile.model.RunningServer;
import dev.cacheward.cacheprofile.plan.SampleProfiles;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.client.ServerInfo;
import dev.cacheward.status.Cause;
import dev.cacheward.status.PreviousStatus;
import dev.cacheward.status.Reason;
import dev.cacheward.status.Warnings;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A memory that fills with keys that are never evicted is told before writes fail, and with names. */
class EvictionAdviceTest {
    private static final PreviousStatus<CacheProfileStatus> NOTHING_SAID = new PreviousStatus<>(Optional.empty());

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

    @ParameterizedTest
    @CsvSource({
        "volatile-lfu, 91, 0, true",
        "noeviction, 99, 5, true",
        "volatile-ttl, 89, 0, false",
        "volatile-lru, 95, 50, false",
        "allkeys-lru, 99, 0, false",
        "volatile-lfu, 0, 0, false",
    })
    void aMemoryThatIsNearlyFullOfKeysWithoutExpiryWarns(String policy, int full, int expiring, boolean warns) {
        assertThat(MemoryWarnings.of(server(policy, full, expiring), NOTHING_SAID)
                        .texts())
                .hasSize(warns ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"85, 0, 1", "95, 15, 1", "79, 0, 0", "95, 25, 0"})
    void theWarningStaysUntilTheServerIsClearlyBetter(int full, int expiring, int warnings) {
        // Given
        Warnings first = MemoryWarnings.of(server("volatile-lfu", 91, 0), NOTHING_SAID);
        Condition ready = new Condition("Ready", "True", "Ready", first.behind("All is well."), "", 1L);
        PreviousStatus<CacheProfileStatus> said =
                new PreviousStatus<>(Optional.of(new CacheProfileStatus(1L, List.of(ready), null, null, 0, List.of())));

        // Then
        assertThat(MemoryWarnings.of(server("volatile-lfu", full, expiring), said)
                        .texts())
                .hasSize(warnings);
    }

    @Test
    void aServerThatSaysNothingOfItselfWarnsOfNothing() {
        assertThat(MemoryWarnings.of(new ObservedRedis.NotAsked(), NOTHING_SAID))
                .isEqualTo(Warnings.none());
    }

    private static List<String> warnings(String ttls, String policy) {
        return EvictionAdvice.warnings(
                        SampleProfiles.valid(profile(ttls, policy)).ttls(), policy)
                .texts();
    }

    private static CacheProfile profile(String ttls, String policy) {
        return SampleProfiles.profile(ttls, "redis: {managed: {evictionPolicy: " + policy + "}}");
    }

    /** @param full and expiring in percent */
    private static ObservedRedis server(String policy, int full, int expiring) {
        Credentials credentials = SampleProfiles.credentials();
        return new ObservedRedis.Answered(
                new RunningServer(new RedisAddress("10.0.0.1", 6379), credentials, "CONFIG"),
                ServerInfo.parse("redis_version:8.0.6\r\nmaxmemory:100000000\r\nused_memory:" + full
                        + "500000\r\nmem_not_counted_for_evict:100000\r\nmaxmemory_policy:" + policy
                        + "\r\ndb0:keys=500,expires=" + 5 * expiring + ",avg_ttl=0\r\n"));
    }
}
