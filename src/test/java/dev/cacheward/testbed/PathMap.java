package dev.cacheward.testbed;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns paths inside the container into those of the folders that stand for its mounts. */
final class PathMap {
    private final Map<String, Path> folders;
    private final Pattern mounts;

    PathMap(Map<String, Path> foldersByMountPath) {
        folders = new LinkedHashMap<>(foldersByMountPath);
        String alternatives = folders.keySet().stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        // Only where a path begins and a segment ends: /data is neither in /mydata nor in /database.
        mounts = Pattern.compile("(?<![\\w./-])(" + (alternatives.isEmpty() ? "(?!)" : alternatives) + ")(?![\\w.-])");
    }

    /** In one pass: what was put in is not looked at again. */
    String apply(String text) {
        return mounts.matcher(text)
                .replaceAll(
                        m -> Matcher.quoteReplacement(folders.get(m.group(1)).toString()));
    }

    Path folder(String mountPath) {
        return folders.get(mountPath);
    }
}
