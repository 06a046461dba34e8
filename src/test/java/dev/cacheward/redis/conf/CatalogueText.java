package dev.cacheward.redis.conf;

import dev.cacheward.redis.Product;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the catalogue of parameters out of what the servers said. */
final class CatalogueText {
    /** A server does not say the grammar of these: its words for a wrong value name the parameter alone. */
    private static final Map<String, String> GRAMMARS = Map.of(
            "client-output-buffer-limit", "buffer-limits",
            "oom-score-adj-values", "oom-scores",
            "latency-tracking-info-percentiles", "percentiles",
            "proc-title-template", "title-template",
            "locale-collate", "locale",
            // The servers allow more, and stand still while they look for so many descriptors, which no kernel has by
            // default.
            "maxclients", "1..1048576");

    private final List<RecordedAnswers> asked;

    CatalogueText(List<RecordedAnswers> asked) {
        this.asked = asked;
    }

    String servers() {
        return "product,version\n"
                + minors().stream().map(minor -> String.join(",", minor) + "\n").collect(Collectors.joining());
    }

    String parameters() {
        return "name,change,value,redis,valkey,same as\n"
                + names().flatMap(this::rows).collect(Collectors.joining());
    }

    String defaults() {
        return "name,redis,valkey,default\n"
                + names().flatMap(this::defaultRows).collect(Collectors.joining());
    }

    private Stream<String> names() {
        SortedSet<String> names = new TreeSet<>();
        asked.forEach(server -> names.addAll(server.answers().keySet()));
        return names.stream();
    }

    private Stream<String> rows(String name) {
        String same = ParameterCatalogue.find(name).map(Parameter::sameAs).orElse(name);
        return minorsBy(
                        name,
                        answer -> Optional.of(String.join(
                                ",",
                                name,
                                answer.live() ? "live" : "restart",
                                GRAMMARS.getOrDefault(name, answer.rule()))))
                .entrySet()
                .stream()
                .map(row ->
                        String.join(",", row.getKey(), ranges(row.getValue()), same.equals(name) ? "" : same) + "\n");
    }

    private Stream<String> defaultRows(String name) {
        return minorsBy(name, ServerAnswer::standard).entrySet().stream()
                .map(row -> String.join(",", name, ranges(row.getValue()), row.getKey()) + "\n");
    }

    /** The minor versions whose servers say the same of the parameter. */
    private Map<String, List<List<String>>> minorsBy(String name, Function<ServerAnswer, Optional<String>> part) {
        Map<String, List<List<String>>> minors = new LinkedHashMap<>();
        lastPatches(name)
                .forEach((minor, answer) -> part.apply(answer)
                        .ifPresent(said -> minors.computeIfAbsent(said, one -> new ArrayList<>())
                                .add(minor)));
        return minors;
    }

    private String ranges(List<List<String>> minors) {
        return range(Product.REDIS, minors) + "," + range(Product.VALKEY, minors);
    }

    /** The answer of the last asked patch of each minor version that has the parameter. */
    private Map<List<String>, ServerAnswer> lastPatches(String name) {
        Map<List<String>, ServerAnswer> answers = new LinkedHashMap<>();
        for (RecordedAnswers server : asked) {
            answers.remove(server.minor());
            if (server.answers().containsKey(name)) {
                answers.put(server.minor(), server.answers().get(name));
            }
        }
        return answers;
    }

    /** A server between two that know a parameter and does not list it hides it: an exact GET and a SET work. */
    private String range(Product product, List<List<String>> minors) {
        List<String> all = versions(product, minors());
        List<String> these = versions(product, minors);
        if (these.isEmpty()) {
            return "";
        }
        String first = these.get(0);
        String last = these.get(these.size() - 1);
        return last.equals(all.get(all.size() - 1)) ? first : first + ".." + last;
    }

    private static List<String> versions(Product product, List<List<String>> minors) {
        return minors.stream()
                .filter(minor -> minor.get(0).equals(product.title()))
                .map(minor -> minor.get(1))
                .toList();
    }

    private List<List<String>> minors() {
        return asked.stream().map(RecordedAnswers::minor).distinct().toList();
    }
}
