package dev.cacheward.layering;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.ArrayList;
import java.util.List;

/** Packages on floors: each may know what stands below its own floor, and nothing beside or above it. */
final class Floors {
    private final String root;
    /** From the top. */
    private final List<List<String>> floors = new ArrayList<>();

    Floors(Tree tree) {
        this.root = tree.root();
    }

    /** The next floor down; {@code a} is a package alone, and {@code a..} with all below it. */
    Floors then(String... patterns) {
        floors.add(List.of(patterns));
        return this;
    }

    ArchRule rule(String sentence) {
        LayeredArchitecture rule = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String pattern : floors.stream().flatMap(List::stream).toList()) {
            rule = rule.optionalLayer(pattern).definedBy(root + "." + pattern);
        }
        for (int floor = 0; floor < floors.size(); floor++) {
            String[] below = floors.subList(floor + 1, floors.size()).stream()
                    .flatMap(List::stream)
                    .toArray(String[]::new);
            for (String pattern : floors.get(floor)) {
                rule = below.length == 0
                        ? rule.whereLayer(pattern).mayNotAccessAnyLayer()
                        : rule.whereLayer(pattern).mayOnlyAccessLayers(below);
            }
        }
        return rule.as(sentence);
    }

    /** All packages that have a floor, as patterns of ArchUnit. */
    String[] patterns() {
        return floors.stream()
                .flatMap(List::stream)
                .map(pattern -> root + "." + pattern)
                .toArray(String[]::new);
    }
}
