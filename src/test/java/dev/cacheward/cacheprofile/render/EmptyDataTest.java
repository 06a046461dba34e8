package dev.cacheward.cacheprofile.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cacheprofile.plan.SampleProfiles;
import io.fabric8.kubernetes.api.model.EmptyDirVolumeSource;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No pod of a profile can fill the disk of its node: each folder that it writes to has a limit. */
class EmptyDataTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "persistence: {mode: Snapshot}", "persistence: {mode: AppendOnly}"})
    void noFolderOfAServerOrATrialIsWithoutALimit(String managed) {
        // When
        ServerObjects objects = objects(managed);
        // Then
        assertThat(folders(objects.statefulSet().getSpec().getTemplate().getSpec()))
                .allSatisfy(folder -> assertThat(folder.getSizeLimit()).isNotNull());
        assertThat(folders(objects.preflight().getSpec()))
                .isNotEmpty()
                .allSatisfy(folder -> assertThat(folder.getSizeLimit()).isNotNull());
    }

    @Test
    void aServerThatKeepsNothingHasRoomForADumpOfItsMemory() {
        // When
        List<EmptyDirVolumeSource> folders = folders(objects("maxMemory: 100Mi")
                .statefulSet()
                .getSpec()
                .getTemplate()
                .getSpec());
        // Then
        assertThat(folders)
                .singleElement()
                .satisfies(folder -> assertThat(Quantity.getAmountInBytes(folder.getSizeLimit()))
                        .isEqualByComparingTo(Quantity.getAmountInBytes(new Quantity("164Mi"))));
    }

    private static ServerObjects objects(String managed) {
        return SampleProfiles.objects(SampleProfiles.managed(managed));
    }

    private static List<EmptyDirVolumeSource> folders(PodSpec pod) {
        return pod.getVolumes().stream()
                .map(Volume::getEmptyDir)
                .filter(Objects::nonNull)
                .toList();
    }
}
