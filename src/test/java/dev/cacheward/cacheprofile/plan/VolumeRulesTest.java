package dev.cacheward.cacheprofile.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.Persistence;
import dev.cacheward.api.v1alpha1.PersistenceMode;
import dev.cacheward.cacheprofile.model.volume.ClaimState;
import dev.cacheward.cacheprofile.model.volume.DataVolume;
import dev.cacheward.cacheprofile.render.ClaimRenderer;
import dev.cacheward.validation.Problem;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VolumeRulesTest {
    @ParameterizedTest(name = "{0} after {1}, where the volume has {2}")
    @CsvSource({"1Gi, 2Gi, 2Gi", "1G, 1Gi, 1Gi", "2047Mi, 2Gi, 2Gi", "1Gi, 100Gi, 2Gi"})
    void anAuthorCannotShrinkAVolumeAlsoWhenNothingPersistedMeanwhile(String size, String before, String has) {
        assertThat(problems(persistence(size, null), claim(before, before, has)))
                .containsExactly("spec.redis.managed.persistence.size: \"" + size
                        + "\" is less than the volume has: a volume cannot shrink; allowed is " + has + " or more");
    }

    @ParameterizedTest(name = "{0} after {1}, where the volume has {2}")
    @CsvSource({
        "2Gi, 2Gi, 2Gi",
        "2048Mi, 2Gi, 2Gi",
        "3Gi, 2Gi, 2Gi",
        ", 2Gi, 2Gi",
        ", 512Mi, 512Mi",
        "2Gi, 100Gi, 1Gi",
        "1Gi, 2Gi, ",
        "1Gi, , 2Gi",
        "1Gi, 1Gi, 2Gi",
        "2Gi, 1Gi, 4Gi"
    })
    void aSizeThatTheVolumeCanHaveOrThatNobodyLoweredIsFine(String size, String before, String has) {
        assertThat(problems(persistence(size, null), claim(before, "100Gi", has)))
                .isEmpty();
    }

    @Test
    void theClassOfAVolumeThatExistsCannotBeReplaced() {
        assertThat(problems(persistence(null, "fast"), claim("1Gi", "slow")))
                .containsExactly(
                        "spec.redis.managed.persistence.storageClassName: \"fast\" cannot replace the class of the"
                                + " existing volume: allowed is \"slow\"");
    }

    @ParameterizedTest(name = "{0} where the volume is of {1}")
    @CsvSource({"slow, slow", ", slow", "fast, "})
    void theSameClassOrNoneIsFine(String spec, String live) {
        assertThat(problems(persistence(null, spec), claim("1Gi", live))).isEmpty();
    }

    @Test
    void withoutPersistenceOrWithoutAVolumeThereIsNothingToCompareWith() {
        assertThat(VolumeRules.check(persistence("1Gi", null), PersistenceMode.NONE, Optional.of(claim("2Gi", null))))
                .isEmpty();
        assertThat(VolumeRules.check(persistence("1Gi", "fast"), PersistenceMode.SNAPSHOT, Optional.empty()))
                .isEmpty();
    }

    @ParameterizedTest(name = "said {0}, live {1}: {2}")
    @CsvSource({", , 1Gi", "4Gi, , 4Gi", ", 8Gi, 8Gi", ", 512Mi, 1Gi", "9Gi, 8Gi, 9Gi", "1Gi, 8Gi, 8Gi"})
    void aClaimThatDoesNotSayWhatWasAskedForGrowsOrStays(String spec, String live, String expected) {
        // When
        DataVolume volume = VolumeRules.volume(
                persistence(spec, null),
                Optional.ofNullable(live).map(size -> claim(null, size, size)),
                Optional.empty());

        // Then
        assertThat(volume.size()).isEqualTo(new Quantity(expected));
    }

    @ParameterizedTest(name = "said {0} after {1}, requested {2}, has {3}: {4}")
    @CsvSource({
        "200Mi, 200Mi, 400Mi, 400Mi, 400Mi", // others grew it
        "100Gi, 100Gi, 2Gi, 1Gi, 2Gi", // others took a growth back
        "100Gi, 100Gi, 100Gi, 1Gi, 100Gi", // a growth that waits
        "2Gi, 100Gi, 100Gi, 1Gi, 2Gi", // the author takes a growth back
        ", 100Gi, 100Gi, 1Gi, 1Gi", // by leaving the size out
        "512Mi, 100Gi, 100Gi, 1Gi, 1Gi", // no further than the volume allows
        "300Mi, 200Mi, 400Mi, 400Mi, 400Mi", // the author follows others, but not far enough
        "800Mi, 200Mi, 400Mi, 400Mi, 800Mi", // the author grows it
        "2Gi, 100Gi, 100Gi, , 2Gi" // there is no volume yet: what Kubernetes allows, it says
    })
    void whatOthersRequestedStaysUntilTheAuthorAsksForAnotherSize(
            String spec, String before, String requested, String has, String expected) {
        // When
        DataVolume volume = VolumeRules.volume(
                persistence(spec, null), Optional.of(claim(before, requested, has)), Optional.empty());

        // Then
        assertThat(volume.size()).isEqualTo(new Quantity(expected));
        assertThat(volume.asked()).isEqualTo(new Quantity(spec == null ? "1Gi" : spec));
    }

    @Test
    void theClassThatWasOnceAskedForIsKeptAndTheClustersDefaultIsNeverAskedFor() {
        // Given
        PersistentVolumeClaim asked = new PersistentVolumeClaimBuilder(claim("1Gi", "fast"))
                .editMetadata()
                .addToAnnotations(ClaimRenderer.STORAGE_CLASS, "fast")
                .endMetadata()
                .build();

        // Then
        assertThat(VolumeRules.volume(persistence(null, null), Optional.of(asked), Optional.of("other"))
                        .storageClass())
                .contains("fast");
        assertThat(VolumeRules.volume(
                                persistence(null, null), Optional.of(claim("1Gi", "standard")), Optional.of("other"))
                        .storageClass())
                .isEmpty();
    }

    private static List<String> problems(Persistence spec, PersistentVolumeClaim live) {
        return VolumeRules.check(spec, PersistenceMode.SNAPSHOT, Optional.of(live)).stream()
                .map(Problem::toString)
                .toList();
    }

    private static Persistence persistence(String size, String storageClass) {
        return new Persistence(PersistenceMode.SNAPSHOT, size == null ? null : new Quantity(size), storageClass, null);
    }

    /**
     * @param before what the spec asked for; null if the claim does not say
     * @param has null if there is no volume yet
     */
    private static PersistentVolumeClaim claim(String before, String requested, String has) {
        return new PersistentVolumeClaimBuilder(claim(requested, null))
                .editMetadata()
                .addToAnnotations(before == null ? Map.of() : Map.of(ClaimState.ASKED_SIZE, before))
                .endMetadata()
                .withNewStatus()
                .withCapacity(has == null ? Map.of() : Map.of("storage", new Quantity(has)))
                .endStatus()
                .build();
    }

    private static PersistentVolumeClaim claim(String size, String storageClass) {
        return new PersistentVolumeClaimBuilder()
                .withNewMetadata()
                .endMetadata()
                .withNewSpec()
                .withStorageClassName(storageClass)
                .withNewResources()
                .withRequests(Map.of("storage", new Quantity(size)))
                .endResources()
                .endSpec()
                .build();
    }
}
