package dev.cacheward.release.sbom;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The lines NAME=VALUE of a file, as a shell reads them: os-release, and the release file of a Java. */
record Assignments(Map<String, String> values) {
    private static final Pattern LINE = Pattern.compile("(?m)^(\\w+)=([\"']?)(.*?)\\2\\s*$");

    static Assignments parse(String text) {
        Map<String, String> values = new HashMap<>();
        LINE.matcher(text).results().forEach(line -> values.put(line.group(1), line.group(3)));
        return new Assignments(values);
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }
}
