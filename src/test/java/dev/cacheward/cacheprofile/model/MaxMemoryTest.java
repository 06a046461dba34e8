package dev.cacheward.cacheprofile.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cacheprofile.plan.BadInputTest;
import dev.cacheward.validation.ExpectedParsed;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused is in {@link BadInputTest}. */
class MaxMemoryTest {
    @ParameterizedTest(name = "{0} of {1}, persistent {2}: {3} bytes")
    @CsvSource({
        ", 256Mi, false, 201326592",
        ", 256Mi, true, 120795955",
        "50%, 256Mi, false, 134217728",
        "50%, 256Mi, true, 134217728",
        "99%, 1Gi, false, 1063004405",
        "1%, 100, false, 1",
        "192Mi, 256Mi, false, 201326592",
        "256Mi, 256Mi, false, 268435456",
        "0.5Gi, 1Gi, false, 536870912",
        "1048576, 256Mi, false, 1048576",
        "1e6, 256Mi, false, 1000000"
    })
    void itIsBytesAndNeverAboveTheLimit(String spec, String limit, boolean persistent, long bytes) {
        assertThat(ExpectedParsed.value(MaxMemory.parse(Optional.ofNullable(spec), limited(limit), persistent)))
                .isEqualTo(bytes);
    }

    @ParameterizedTest(name = "{0} of {1}: risky {2}")
    @CsvSource({"60, 100, false", "61, 100, true", "100, 100, true"})
    void above60PercentASnapshotMayGetThePodKilled(long bytes, String limit, boolean risky) {
        assertThat(MaxMemory.risky(bytes, limited(limit))).isEqualTo(risky);
    }

    private static ResourceRequirements limited(String memory) {
        return new ResourceRequirementsBuilder()
                .addToLimits("memory", new Quantity(memory))
                .build();
    }

    @ParameterizedTest
    @CsvSource({
        "256Mi, 192Mi, 48Mi", // the default
        "256Mi, 115Mi, 46Mi", // the default with persistence: a snapshot needs the rest
        "256Mi, 250Mi, 25Mi",
        "64Mi, 48Mi, 12Mi",
        "4Gi, 3Gi, 768Mi",
        "'', 192Mi, 76Mi",
    })
    void largeValuesHaveRoomInTheBuffersThatTheLimitLeaves(String limit, String maxMemory, String clients) {
        // Given
        ResourceRequirementsBuilder resources = new ResourceRequirementsBuilder();
        if (!limit.isEmpty()) {
            resources.addToLimits("memory", new Quantity(limit));
        }
        long bytes = Quantity.getAmountInBytes(new Quantity(maxMemory)).longValueExact();

        // When
        long buffers = MaxMemory.clients(bytes, resources.build());

        // Then
        assertThat(buffers >> 20)
                .isEqualTo(Quantity.getAmountInBytes(new Quantity(clients)).longValueExact() >> 20);
        assertThat(buffers).isGreaterThanOrEqualTo(bytes / 10);
    }
}
