package dev.cacheward.cacheprofile.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.cacheprofile.model.ObservedBuilder;
import dev.cacheward.cacheprofile.model.ValidatedProfile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A name that nobody chose, made of a name that the author chose. */
class ServiceVariablesTest {
    @ParameterizedTest
    @CsvSource({
        "cache, CACHE_REDIS_PORT",
        "spring-data, SPRING_DATA_REDIS_PORT",
        "spring, SPRING_REDIS_PORT",
        "quarkus, QUARKUS_REDIS_PORT",
        "queue-bull, QUEUE_BULL_REDIS_PORT"
    })
    void aVariableThatAFrameworkReadsIsNamedWithWhatHelps(String profile, String variable) {
        assertThat(ServiceVariables.warnings(profile, profile + "-redis").texts())
                .singleElement()
                .asString()
                .contains(variable + "=tcp://", "\"" + profile + "-redis\"", "enableServiceLinks: false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop", "cache-shop", "my-cache", "spring-shop", "redis"})
    void anyOtherNameIsSilent(String profile) {
        assertThat(ServiceVariables.warnings(profile, profile + "-redis").texts())
                .isEmpty();
    }

    @Test
    void aValidProfileCarriesTheWarning() {
        assertThat(warningsOf("cache")).hasSize(1);
        assertThat(warningsOf("shop")).isEmpty();
    }

    private static List<String> warningsOf(String name) {
        CacheProfile profile = SampleProfiles.minimal();
        profile.getMetadata().setName(name);
        ValidatedProfile validated =
                SampleProfiles.validate(profile, ObservedBuilder.nothing().observed());
        return ((ValidatedProfile.Valid) validated).warnings().texts();
    }
}
