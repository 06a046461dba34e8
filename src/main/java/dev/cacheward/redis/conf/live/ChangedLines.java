package dev.cacheward.redis.conf.live;

import dev.cacheward.redis.ServerVersion;
import dev.cacheward.redis.conf.LiveParameters;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The parameters whose lines differ between two texts of redis.conf that the operator wrote. */
record ChangedLines(Set<String> changed, Set<String> left) {
    static ChangedLines of(String running, String wanted) {
        Map<String, String> before = lines(running);
        Map<String, String> after = lines(wanted);
        Set<String> left = new TreeSet<>(before.keySet());
        left.removeAll(after.keySet());
        Set<String> changed = new TreeSet<>(after.keySet());
        changed.removeIf(name -> after.get(name).equals(before.get(name)));
        return new ChangedLines(changed, left);
    }

    /** Returns what to set; empty if that server does not take all of it while it runs, or a default is not known. */
    Optional<SortedMap<String, String>> parameters(Map<String, String> values, ServerVersion server) {
        SortedMap<String, String> parameters = new TreeMap<>();
        changed.forEach(
                name -> parameters.put(name, LiveParameters.canonical(name, values.getOrDefault(name, ""), server)));
        for (String name : left) {
            LiveParameters.defaultOf(name, server).ifPresent(value -> parameters.put(name, value));
        }
        boolean complete = parameters.size() == changed.size() + left.size();
        return Optional.of(parameters)
                .filter(found ->
                        complete && found.keySet().stream().allMatch(name -> LiveParameters.isLive(name, server)));
    }

    private static Map<String, String> lines(String text) {
        return text.lines()
                .collect(Collectors.toMap(
                        line -> line.substring(0, (line + " ").indexOf(' ')),
                        line -> line,
                        (first, second) -> first + "\n" + second,
                        TreeMap::new));
    }
}
