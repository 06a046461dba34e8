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

/** Where a resource delivers to, from its {@code spec.delivery}. */
public final class Targets {
    private Targets() {}

    /**
     * One target for each ConfigMap, sorted by name; several items for one map are one union.
     *
     * @param delivery absent means the default map in format Env; an empty list means nothing is delivered
     */
    public static List<Target> resolve(Optional<List<Delivery>> delivery, String defaultConfigMap) {
        return delivery.map(Targets::union)
                .orElseGet(() -> List.of(new Target(defaultConfigMap, DeliveryMode.OWN, Set.of(DeliveryFormat.ENV))));
    }

    /**
     * Refuses maps that the operator makes for another purpose: being the same resource's own, they would not count as somebody
     * else's, and two writers would fight over them.
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

    /** Refuses a map that is to be the operator's and somebody else's at once. */
    public static List<Problem> checkModes(Optional<List<Delivery>> delivery) {
        return modes(delivery.orElse(List.of())).entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> new Problem(
                        "spec.delivery",
                        Quote.of(entry.getKey()) + " is there with mode Own and with mode Merge; a ConfigMap has one of"
                                + " them"))
                .toList();
    }

    /** The ConfigMaps of somebody else's that a spec names, whether the rest of it is valid or not. */
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
