package dev.cacheward.delivery;

import dev.cacheward.api.v1alpha1.ConfigMapTarget;
import dev.cacheward.api.v1alpha1.Delivery;
import dev.cacheward.api.v1alpha1.DeliveryFormat;
import dev.cacheward.api.v1alpha1.DeliveryMode;
import dev.cacheward.validation.Problem;
import dev.cacheward.validation.Quote;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads from {@code spec.delivery} where a resource delivers to. */
public final class Targets {
    private Targets() {}

    /**
     * Returns one target for each ConfigMap, sorted by name. Several items for one ConfigMap become one target with all their
     * formats.
     *
     * @param delivery absent means the default map in format Env; an empty list means nothing is delivered
     */
    public static List<Target> resolve(Optional<List<Delivery>> delivery, String defaultConfigMap) {
        return delivery.map(Targets::union)
                .orElseGet(() -> List.of(new Target(defaultConfigMap, DeliveryMode.OWN, Set.of(DeliveryFormat.ENV))));
    }

    /**
     * Refuses ConfigMaps that the operator makes for another purpose. They belong to the same resource, so the writer would not
     * take them for foreign, and two writers would overwrite each other.
     *
     * @param taken names of the resource's other ConfigMaps
     */
    public static List<Problem> check(List<Target> targets, Set<String> taken) {
        return targets.stream()
                .map(Target::configMap)
                .filter(taken::contains)
                .map(name -> new Problem(
                        "spec.delivery",
                        Quote.of(name) + " cannot receive anything: the operator keeps other data in this ConfigMap;"
                                + " choose another name"))
                .toList();
    }

    /** Refuses a ConfigMap that is named with mode Own and with mode Merge. */
    public static List<Problem> checkModes(Optional<List<Delivery>> delivery) {
        return modes(delivery.orElse(List.of())).entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> new Problem(
                        "spec.delivery",
                        Quote.of(entry.getKey()) + " is there with mode Own and with mode Merge; a ConfigMap has one of"
                                + " them"))
                .toList();
    }

    /** Returns the foreign ConfigMaps that a spec names, also when the rest of the spec is invalid. */
    public static Set<String> merged(Optional<List<Delivery>> delivery) {
        return delivery.orElse(List.of()).stream()
                .map(Delivery::configMap)
                .filter(map -> mode(map) == DeliveryMode.MERGE)
                .map(ConfigMapTarget::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Target> union(List<Delivery> delivery) {
        Map<String, Set<DeliveryFormat>> formats = new TreeMap<>();
        for (Delivery item : delivery) {
            formats.computeIfAbsent(item.configMap().name(), name -> EnumSet.noneOf(DeliveryFormat.class))
                    .add(Optional.ofNullable(item.format()).orElse(DeliveryFormat.ENV));
        }
        SortedMap<String, Set<DeliveryMode>> modes = modes(delivery);
        List<Target> targets = new ArrayList<>();
        formats.forEach((name, wanted) ->
                targets.add(new Target(name, modes.get(name).iterator().next(), wanted)));
        return List.copyOf(targets);
    }

    private static SortedMap<String, Set<DeliveryMode>> modes(List<Delivery> delivery) {
        SortedMap<String, Set<DeliveryMode>> modes = new TreeMap<>();
        delivery.stream()
                .map(Delivery::configMap)
                .forEach(map -> modes.computeIfAbsent(map.name(), name -> EnumSet.noneOf(DeliveryMode.class))
                        .add(mode(map)));
        return modes;
    }

    private static DeliveryMode mode(ConfigMapTarget map) {
        return Optional.ofNullable(map.mode()).orElse(DeliveryMode.OWN);
    }
}
