package dev.cacheward.cacheprofile.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.ObservedBuilder;
import dev.cacheward.cacheprofile.model.ValidatedProfile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the running server is known to refuse is refused before it is tried. */
class ServerVersionRulesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "config: {maxmemory-samples: '65'}|config.maxmemory-samples|from 1 to 64 on Redis 8.0.6",
                "config: {loglevel: loud}|config.loglevel|one of debug, verbose, notice, warning, nothing on Redis 8.0.6",
                "evictionPolicy: allkeys-lrm|evictionPolicy|not known to Redis 8.0.6, but to Redis 8.6 and later"
            })
    void aValueThatTheRunningServerDoesNotTakeIsRefused(String change, String field, String words) {
        // When
        ValidatedProfile validated = SampleProfiles.validate(SampleProfiles.managed(change), runningRedis8());

        // Then
        assertThat(validated.toString()).contains("spec.redis.managed." + field, words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "config: {maxmemory-samples: '65'}, image: redis:7.2",
                "evictionPolicy: allkeys-lrm, image: redis:8.6",
                "config: {maxmemory-samples: '64'}"
            })
    void withAnotherImageTheVersionOfTheRunningServerSaysNothing(String change) {
        // When
        ValidatedProfile validated = SampleProfiles.validate(SampleProfiles.managed(change), runningRedis8());

        // Then
        assertThat(validated).isInstanceOf(ValidatedProfile.Valid.class);
    }

    private static Observed runningRedis8() {
        CacheProfile before = SampleProfiles.minimal();
        return ObservedBuilder.serving(
                        SampleProfiles.plan(before, ObservedBuilder.nothing().observed()))
                .redis(Answers.of("8.0.6"))
                .observed();
    }
}
