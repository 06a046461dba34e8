package dev.cacheward.cacheprofile.plan.resize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cacheprofile.model.resize.ContainerResources;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QosClassTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0, BEST_EFFORT",
        "1, 0, 0, 0, BURSTABLE",
        "0, 1Gi, 0, 1Gi, BURSTABLE",
        "1, 1Gi, 1, 1Gi, GUARANTEED",
        "1, 1Gi, 1, 1024Mi, GUARANTEED",
        "1, 1Gi, 2, 1Gi, BURSTABLE"
    })
    void itIsTheOneOfTheApiServer(String cpu, String memory, String cpuLimit, String memoryLimit, QosClass expected) {
        assertThat(QosClass.of(List.of(of(cpu, memory, cpuLimit, memoryLimit)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1, BURSTABLE", "0, BURSTABLE"})
    void oneContainerThatMayTakeMoreMakesThePodBurstable(String cpu, QosClass expected) {
        assertThat(QosClass.of(List.of(of("1", "1Gi", "1", "1Gi"), of(cpu, "0", "0", "0"))))
                .isEqualTo(expected);
    }

    private static ContainerResources of(String cpu, String memory, String cpuLimit, String memoryLimit) {
        ResourceRequirementsBuilder said = new ResourceRequirementsBuilder();
        if (!cpu.equals("0")) {
            said.addToRequests("cpu", new Quantity(cpu));
        }
        if (!memory.equals("0")) {
            said.addToRequests("memory", new Quantity(memory));
        }
        if (!cpuLimit.equals("0")) {
            said.addToLimits("cpu", new Quantity(cpuLimit));
        }
        if (!memoryLimit.equals("0")) {
            said.addToLimits("memory", new Quantity(memoryLimit));
        }
        return ContainerResources.of(said.build());
    }
}
