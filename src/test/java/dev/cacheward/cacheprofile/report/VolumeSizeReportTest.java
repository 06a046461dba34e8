package dev.cacheward.cacheprofile.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.Persistence;
import dev.cacheward.api.v1alpha1.PersistenceMode;
import dev.cacheward.cacheprofile.model.ObservedBuilder;
import dev.cacheward.cacheprofile.model.volume.VolumeFacts;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VolumeSizeReportTest {
    private static final Instant NOW = ObservedBuilder.NOW;

    @Test
    void aVolumeAsTheSpecSaysIsNothingToSpeakOf() {
        assertThat(warnings("1Gi", claim("1Gi", "1Gi"))).isEmpty();
        assertThat(warnings("1024Mi", claim("1Gi", "1Gi"))).isEmpty();
        assertThat(warnings(null, claim("5Gi", "5Gi"))).isEmpty();
    }

    @Test
    void aClaimThatOthersChangedIsSaidWithBothSizes() {
        assertThat(warnings("200Mi", claim("400Mi", "400Mi")))
                .singleElement()
                .asString()
                .contains("persistence.size is 200Mi", "request 400Mi, which stays");
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "FileSystemResizePending |               | Delete pod shop-redis-0 for that: Redis is then away",
                "ControllerResizeError   |               | could not grow it and says \"quota of 10Gi, request ...\"",
                "NodeResizeError         |               | could not grow it and says \"quota of 10Gi, request ...\"",
                "Resizing                |               | the storage driver is at it",
                "Bound | ControllerResizeInfeasible      | could not grow it. Ask for a size",
                "Bound | NodeResizeInProgress            | the storage driver is at it",
                "Bound |                                 | nothing has begun to grow it"
            })
    void aGrowthThatHasNotComeToItsEndIsSaidWithItsCauseAndWhatHelps(String condition, String resize, String words) {
        // Given
        PersistentVolumeClaim claim = new PersistentVolumeClaimBuilder(claim("100Gi", "1Gi"))
                .editStatus()
                .addNewCondition()
                .withType(condition)
                .withStatus("True")
                .withMessage("quota of 10Gi, request 3f2a1b4c-1111-2222-3333-444455556666")
                .endCondition()
                .withAllocatedResourceStatuses(resize == null ? Map.of() : Map.of("storage", resize))
                .endStatus()
                .build();

        // Then
        assertThat(warnings("100Gi", claim))
                .singleElement()
                .asString()
                .startsWith("The volume of PersistentVolumeClaim \"shop-redis-data\" has 1Gi and not yet the 100Gi")
                .contains(words);
    }

    @Test
    void aGrowthOfLessThanAMinuteIsNotSaid() {
        // When
        List<String> warnings = VolumeSizeReport.warnings(
                        spec("100Gi"), claim("100Gi", "1Gi"), "shop-redis-0", since(Duration.ofSeconds(59)), NOW)
                .texts();

        // Then
        assertThat(warnings).isEmpty();
    }

    @Test
    void aConditionThatIsOlderThanTheOperatorCountsFromItsOwnTime() {
        // Given
        PersistentVolumeClaim claim = new PersistentVolumeClaimBuilder(claim("100Gi", "1Gi"))
                .editStatus()
                .addNewCondition()
                .withType("FileSystemResizePending")
                .withStatus("True")
                .withLastTransitionTime(NOW.minus(Duration.ofHours(1)).toString())
                .endCondition()
                .endStatus()
                .build();

        // Then
        assertThat(VolumeSizeReport.warnings(spec("100Gi"), claim, "shop-redis-0", since(Duration.ZERO), NOW)
                        .texts())
                .hasSize(1);
    }

    private static List<String> warnings(String size, PersistentVolumeClaim claim) {
        return VolumeSizeReport.warnings(spec(size), claim, "shop-redis-0", since(Duration.ofMinutes(1)), NOW)
                .texts();
    }

    private static VolumeFacts since(Duration before) {
        return new VolumeFacts(Optional.of(NOW.minus(before)), Optional.empty());
    }

    private static Persistence spec(String size) {
        return new Persistence(PersistenceMode.SNAPSHOT, size == null ? null : new Quantity(size), null, null);
    }

    private static PersistentVolumeClaim claim(String requested, String has) {
        return new PersistentVolumeClaimBuilder()
                .withNewMetadata()
                .withName("shop-redis-data")
                .endMetadata()
                .withNewSpec()
                .withNewResources()
                .withRequests(Map.of("storage", new Quantity(requested)))
                .endResources()
                .endSpec()
                .withNewStatus()
                .withCapacity(Map.of("storage", new Quantity(has)))
                .endStatus()
                .build();
    }
}
