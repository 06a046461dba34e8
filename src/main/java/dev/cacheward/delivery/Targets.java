package dev.cacheward.delivery;

import dev.cacheward.api.v1alpha1.ConfigMapTarget;
import dev.cacheward.api.v1alpha1.Delivery;
import dev.cacheward.api.v1alpha1.DeliveryMode;
import dev.cacheward.validation.Problem;
import dev.cacheward.validation.Quote;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The ConfigMaps that {@code spec.delivery} names. */
public final class Targets {
    private Targets() {}

    /**
     * Refuses ConfigMaps that the operator makes for another purpose. They belong to the same resource, so the writer would not
     * take them for foreign, and two writers would overwrite each other.
     *
     * @param taken names of the resource's other ConfigMaps
     */
    public static List<Problem> check(List<? extends Delivery> delivery, Set<String> taken) {
        return delivery.stream()
                .map(item -> item.configMap().name())
                .distinct()
                .filter(taken::contains)
                .map(name -> new Problem(
                        "spec.delivery",
                        Quote.of(name) + " cannot receive anything: the operator keeps other data in this ConfigMap;"
                                + " choose another name"))
                .toList();
    }

    /** Refuses a ConfigMap that is named with mode Own and with mode Merge. */
    public static List<Problem> checkModes(List<? extends Delivery> delivery) {
        return modes(delivery).entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> new Problem(
                        "spec.delivery",
                        Quote.of(entry.getKey()) + " is there with mode Own and with mode Merge; a ConfigMap has one of"
                                + " them"))
                .toList();
    }

    /** Returns the foreign ConfigMaps that a spec names, also when the rest of the spec is invalid. */
    public static Set<String> merged(List<? extends Delivery> delivery) {
        return delivery.stream()
                .map(Delivery::configMap)
                .filter(map -> mode(map) == DeliveryMode.MERGE)
                .map(ConfigMapTarget::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static SortedMap<String, Set<DeliveryMode>> modes(List<? extends Delivery> delivery) {
        SortedMap<String, Set<DeliveryMode>> modes = new TreeMap<>();
        delivery.stream()
                .map(Delivery::configMap)
                .forEach(map -> modes.computeIfAbsent(map.name(), name -> EnumSet.noneOf(DeliveryMode.class))
                        .add(mode(map)));
        return modes;
    }

    static DeliveryMode mode(ConfigMapTarget map) {
        return Optional.ofNullable(map.mode()).orElse(DeliveryMode.OWN);
    }
}
