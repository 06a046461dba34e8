package dev.cacheward.redis.conf;

import dev.cacheward.redis.Product;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
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
            "locale-collate", "locale");

    private final List<RecordedAnswers> asked;

    CatalogueText(List<RecordedAnswers> asked) {
        this.asked = asked;
    }

    String servers() {
        return "product,version\n"
                + minors().stream().map(minor -> String.join(",", minor) + "\n").collect(Collectors.joining());
    }

    String parameters() {
        SortedSet<String> names = new TreeSet<>();
        asked.forEach(server -> names.addAll(server.answers().keySet()));
        return "name,change,value,redis,valkey,same as\n"
                + names.stream().flatMap(this::rows).collect(Collectors.joining());
    }

    private Stream<String> rows(String name) {
        Map<ServerAnswer, List<List<String>>> minorsByAnswer = new LinkedHashMap<>();
        lastPatches(name)
                .forEach((minor, answer) -> minorsByAnswer
                        .computeIfAbsent(answer, one -> new ArrayList<>())
                        .add(minor));
        String same = ParameterCatalogue.find(name).map(Parameter::sameAs).orElse(name);
        return minorsByAnswer.entrySet().stream()
                .map(row -> String.join(
                                ",",
                                name,
                                row.getKey().live() ? "live" : "restart",
                                GRAMMARS.getOrDefault(name, row.getKey().rule()),
                                range(Product.REDIS, row.getValue()),
                                range(Product.VALKEY, row.getValue()),
                                same.equals(name) ? "" : same)
                        + "\n");
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
