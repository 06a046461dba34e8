package dev.cacheward.delivery;

import dev.cacheward.api.v1alpha1.Delivery;
import dev.cacheward.api.v1alpha1.DeliveryFormat;
import dev.cacheward.status.Problem;
import dev.cacheward.status.Quote;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

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
                .orElseGet(() -> List.of(new Target(defaultConfigMap, Set.of(DeliveryFormat.ENV))));
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

    private static List<Target> union(List<Delivery> delivery) {
        Map<String, Set<DeliveryFormat>> formats = new TreeMap<>();
        for (Delivery item : delivery) {
            formats.computeIfAbsent(item.configMap().name(), name -> EnumSet.noneOf(DeliveryFormat.class))
                    .add(Optional.ofNullable(item.format()).orElse(DeliveryFormat.ENV));
        }
        List<Target> targets = new ArrayList<>();
        formats.forEach((name, wanted) -> targets.add(new Target(name, wanted)));
        return List.copyOf(targets);
    }
}
