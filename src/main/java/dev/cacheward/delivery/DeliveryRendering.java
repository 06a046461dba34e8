package dev.cacheward.delivery;

import dev.cacheward.api.v1alpha1.Delivery;
import dev.cacheward.api.v1alpha1.DeliveryMode;
import dev.cacheward.delivery.dialect.Rendered;
import dev.cacheward.validation.Problem;
import dev.cacheward.validation.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What all items of {@code spec.delivery} become.
 *
 * @param targets one for each ConfigMap, sorted by name; not complete if there is a problem
 * @param problems why nothing may be delivered
 * @param presets what the presets among them leave out
 */
public record DeliveryRendering(List<TargetKeys> targets, List<Problem> problems, PresetReport presets) {
    /** Renders each item. An empty list delivers nothing. */
    public static <D extends Delivery> DeliveryRendering of(List<D> items, Form<D> form) {
        SortedMap<String, List<ItemKeys>> maps = new TreeMap<>();
        SortedMap<String, DeliveryMode> modes = new TreeMap<>();
        List<Problem> problems = new ArrayList<>();
        boolean used = false;
        List<String> shortfalls = new ArrayList<>();
        for (int index = 0; index < items.size(); index++) {
            D item = items.get(index);
            String field = "spec.delivery[" + index + "]";
            Rendered rendered = form.write(item);
            rendered.problems().forEach(problem -> problems.add(below(field, problem)));
            used |= form.isPreset(item);
            shortfalls.addAll(rendered.shortfalls());
            String map = item.configMap().name();
            modes.putIfAbsent(map, Targets.mode(item.configMap()));
            List<ItemKeys> others = maps.computeIfAbsent(map, name -> new ArrayList<>());
            problems.addAll(collisions(field, map, others, rendered.keys()));
            others.add(new ItemKeys(form.name(item), rendered.keys()));
        }
        List<TargetKeys> targets = new ArrayList<>();
        maps.forEach((map, keys) -> targets.add(new TargetKeys(map, modes.get(map), List.copyOf(keys))));
        return new DeliveryRendering(
                List.copyOf(targets), List.copyOf(problems), new PresetReport(used, List.copyOf(shortfalls)));
    }

    /** Returns the rendering of no item. */
    public static DeliveryRendering nothing() {
        return new DeliveryRendering(List.of(), List.of(), PresetReport.none());
    }

    private static Problem below(String field, Problem problem) {
        return problem.field().startsWith("spec.")
                ? problem
                : new Problem(field + "." + problem.field(), problem.message());
    }

    /** Two items may give a key the same value, such as a switch. */
    private static List<Problem> collisions(String field, String map, List<ItemKeys> others, Map<String, String> keys) {
        return others.stream()
                .flatMap(other -> other.keys().entrySet().stream()
                        .filter(entry -> !keys.getOrDefault(entry.getKey(), entry.getValue())
                                .equals(entry.getValue()))
                        .map(entry -> new Problem(
                                field,
                                "key " + Quote.of(entry.getKey()) + " of ConfigMap " + Quote.of(map)
                                        + " is written with another value by an earlier item (" + other.as()
                                        + "); give one of them another key, prefix or ConfigMap")))
                .toList();
    }

    /** How the items of one kind are written. */
    public interface Form<D extends Delivery> {
        /** Whether the item names a preset. */
        boolean isPreset(D item);

        /** Returns the name of the item's format or preset. */
        String name(D item);

        /** Writes what the item wants. */
        Rendered write(D item);
    }
}
