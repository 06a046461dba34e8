package dev.cacheward.cacheprofile.plan.resize;

import dev.cacheward.cacheprofile.model.resize.ContainerResources;
import java.util.List;

/** The class by which a node picks the pods that it ends first. A pod keeps the one that it was made with. */
enum QosClass {
    /** Every container may take what it asks for, and no more. */
    GUARANTEED,
    /** Some container asks for something. */
    BURSTABLE,
    /** No container asks for anything. */
    BEST_EFFORT;

    private static final List<String> COUNTED = List.of("cpu", "memory");

    /** Returns the class of a pod with these containers, those that only begin it among them. */
    static QosClass of(List<ContainerResources> containers) {
        if (containers.stream().noneMatch(QosClass::asks)) {
            return BEST_EFFORT;
        }
        return containers.stream().allMatch(QosClass::isGuaranteed) ? GUARANTEED : BURSTABLE;
    }

    private static boolean asks(ContainerResources container) {
        return COUNTED.stream()
                .map(name -> container.requests().get(name))
                .anyMatch(number -> number != null && number.signum() > 0);
    }

    private static boolean isGuaranteed(ContainerResources container) {
        return COUNTED.stream()
                .allMatch(name -> container.limits().containsKey(name)
                        && container
                                .limits()
                                .get(name)
                                .equals(container.requests().get(name)));
    }
}
