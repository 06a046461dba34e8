package dev.cacheward.delivery;

import dev.cacheward.api.v1alpha1.Delivery;
import dev.cacheward.delivery.dialect.Rendered;
import dev.cacheward.validation.Problem;
import dev.cacheward.validation.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

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
        SortedMap<String, TargetKeys> targets = new TreeMap<>();
        List<Problem> problems = new ArrayList<>();
        SortedSet<String> shortfalls = new TreeSet<>();
        for (int index = 0; index < items.size(); index++) {
            D item = items.get(index);
            String field = "spec.delivery[" + index + "]";
            Rendered rendered = form.write(item);
            Stream.concat(
                            rendered.problems().stream(),
                            ConfigMapKeys.check(rendered.keys().keySet()).stream())
                    .map(problem -> below(field, problem))
                    .forEach(problems::add);
            shortfalls.addAll(rendered.shortfalls());
            TargetKeys earlier = targets.computeIfAbsent(
                    item.configMap().name(), name -> new TargetKeys(name, Targets.mode(item.configMap()), List.of()));
            problems.addAll(collisions(field, earlier, rendered.keys()));
            targets.put(earlier.configMap(), earlier.with(new ItemKeys(form.name(item), rendered.keys())));
        }
        PresetReport presets = new PresetReport(items.stream().anyMatch(form::isPreset), List.copyOf(shortfalls));
        return new DeliveryRendering(List.copyOf(targets.values()), List.copyOf(problems), presets);
    }

    /** Returns the rendering of no item. */
    public static DeliveryRendering nothing() {
        return new DeliveryRendering(List.of(), List.of(), PresetReport.none());
    }

    private static Problem below(String field, Problem problem) {
        return new Problem(field + "." + problem.field(), problem.message());
    }

    /** Two items may give a key the same value, such as a switch. */
    private static List<Problem> collisions(String field, TargetKeys earlier, Map<String, String> keys) {
        return earlier.items().stream()
                .flatMap(other -> other.keys().entrySet().stream()
                        .filter(entry -> !keys.getOrDefault(entry.getKey(), entry.getValue())
                                .equals(entry.getValue()))
                        .map(entry -> new Problem(
                                field,
                                "key " + Quote.of(entry.getKey()) + " of ConfigMap " + Quote.of(earlier.configMap())
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
