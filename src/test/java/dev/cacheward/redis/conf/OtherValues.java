package dev.cacheward.redis.conf;

import dev.cacheward.redis.ServerVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Values that differ from the defaults, as users write them: with units, in capitals, in an order of their own. */
final class OtherValues {
    private static final Map<String, List<String>> BY_NAME = Map.ofEntries(
            Map.entry(
                    "client-output-buffer-limit", List.of("pubsub 16MB 04m 030", "Replica 1gb 256mb 60 normal 0 0 0")),
            Map.entry("hz", List.of("20", "0", "501")),
            Map.entry("repl-backlog-size", List.of("2mb", "5kb")),
            Map.entry("latency-tracking-info-percentiles", List.of("", "50.0 099 99.12345678", "99.9999999")),
            Map.entry("locale-collate", List.of("C", "POSIX")),
            Map.entry("maxmemory-clients", List.of("5%", "100MB", "0%")),
            Map.entry("oom-score-adj-values", List.of("10 300 900")),
            Map.entry("proc-title-template", List.of("{title} \"q\" 'a' \\ \\n %s # ä€😀 $HOME")),
            Map.entry("ignore-warnings", List.of("ARM64-COW-BUG")),
            Map.entry("availability-zone", List.of("Zone A")),
            Map.entry("replica-announce-ip", List.of("Some.Host")),
            Map.entry("slave-announce-ip", List.of("Some.Host")),
            Map.entry("hash-seed", List.of("Seed")),
            // Few processors and few open files must do.
            Map.entry("maxclients", List.of("100")),
            Map.entry("io-threads", List.of("2")),
            Map.entry("io-threads-do-reads", List.of("yes", "no")));

    private OtherValues() {}

    /** Returns at least one value for each parameter that the server lists, live or not; the last one is no default. */
    static SortedMap<String, List<String>> on(ServerVersion server, Iterable<String> names) {
        SortedMap<String, List<String>> values = new TreeMap<>();
        for (String name : names) {
            ParameterCatalogue.find(name)
                    .flatMap(parameter -> parameter.on(server))
                    .map(one -> one.value().rule())
                    .ifPresent(rule -> values.put(
                            name, of(name, rule, DefaultValues.of(name, server).orElse(""))));
        }
        return values;
    }

    private static List<String> of(String name, String rule, String standard) {
        if (BY_NAME.containsKey(name)) {
            return BY_NAME.get(name);
        }
        if (name.endsWith("cpulist")) {
            return List.of("0");
        }
        if (rule.startsWith("memory")) {
            return List.of("3m", "0002MB");
        }
        if (rule.startsWith("letters")) {
            String all = rule.substring("letters ".length());
            return List.of(
                    "KEA",
                    "mdKA",
                    "Ex",
                    "nK",
                    "g$lshzxetd",
                    all,
                    all.replace("A", "").replace("l", ""));
        }
        return rule.contains("..") ? List.of(number(rule, standard)) : words(rule, standard);
    }

    private static String number(String rule, String standard) {
        long lowest = Long.parseLong(rule.split("\\.\\.")[0]);
        long own = Long.parseLong(standard);
        return String.valueOf(own > lowest ? own - 1 : own + 1);
    }

    /** Every word, in capitals; the default comes first. */
    private static List<String> words(String rule, String standard) {
        boolean several = rule.startsWith("several ");
        List<String> words = new ArrayList<>();
        words.add(standard.toUpperCase(Locale.ROOT));
        for (String word : rule.replace("several ", "").split("\\|")) {
            if (!word.equals(standard)) {
                words.add(word.toUpperCase(Locale.ROOT));
            }
        }
        if (several) {
            words.add("Force default SAVE force");
        }
        return words;
    }
}
