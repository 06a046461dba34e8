package dev.cacheward.cacheprofile.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.Persistence;
import dev.cacheward.api.v1alpha1.PersistenceMode;
import dev.cacheward.cacheprofile.model.DataVolume;
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
    @ParameterizedTest(name = "{0} where the volume has {1}")
    @CsvSource({"1Gi, 2Gi", "1G, 1Gi", "2047Mi, 2Gi"})
    void aVolumeCannotShrinkAlsoWhenNothingPersistedMeanwhile(String size, String live) {
        assertThat(problems(persistence(size, null), claim(live, null)))
                .containsExactly("spec.redis.managed.persistence.size: \"" + size
                        + "\" is less than the volume has: a volume cannot shrink; allowed is " + live + " or more");
    }

    @ParameterizedTest(name = "{0} where the volume has {1}")
    @CsvSource({"2Gi, 2Gi", "2048Mi, 2Gi", "3Gi, 2Gi", ", 2Gi", ", 512Mi"})
    void aVolumeMayGrowOrStay(String size, String live) {
        assertThat(problems(persistence(size, null), claim(live, null))).isEmpty();
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
    @CsvSource({", , 1Gi", "4Gi, , 4Gi", ", 8Gi, 8Gi", ", 512Mi, 1Gi", "9Gi, 8Gi, 9Gi"})
    void aSizeThatIsNotSaidIsTheVolumesOrTheDefault(String spec, String live, String expected) {
        // When
        DataVolume volume = VolumeRules.volume(
                persistence(spec, null), Optional.ofNullable(live).map(size -> claim(size, null)));

        // Then
        assertThat(volume.size()).isEqualTo(new Quantity(expected));
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
        assertThat(VolumeRules.volume(persistence(null, null), Optional.of(asked))
                        .storageClass())
                .contains("fast");
        assertThat(VolumeRules.volume(persistence(null, null), Optional.of(claim("1Gi", "standard")))
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
