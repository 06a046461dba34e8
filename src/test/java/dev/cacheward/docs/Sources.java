package dev.cacheward.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the sources and the chart say that a page has to follow. */
final class Sources {
    private static final Pattern PAGE = Pattern.compile("\\b([a-z-]+\\.md)\\b");
    private static final Pattern NAME = Pattern.compile("\"((?:[a-z]+\\.)?cacheward\\.dev/[a-z-]*)\"");

    /** A prefix that is refused, not a name. */
    private static final String PREFIX = "cacheward.dev/";

    private Sources() {}

    /** The pages that code, comments and the chart name. */
    static Set<String> pageNames() {
        return found(PAGE, List.of(Path.of("src", "main", "java"), Path.of("helm")));
    }

    /** The names of labels, annotations and the like that are written out in the code. */
    static Set<String> kubernetesNames() {
        Set<String> names = found(NAME, List.of(Path.of("src", "main", "java")));
        names.remove(PREFIX);
        return names;
    }

    private static Set<String> found(Pattern pattern, List<Path> folders) {
        return folders.stream()
                .flatMap(folder -> texts(folder).stream())
                .flatMap(text -> pattern.matcher(text).results())
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> texts(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(Sources::text).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
