package dev.cacheward.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page of the documentation, in Markdown.
 *
 * @param file below the root of the repository
 */
public record DocPage(Path file) {
    /** Where the pages are. */
    static final Path FOLDER = Path.of("src", "site", "markdown");

    static final DocPage README = new DocPage(Path.of("README.md"));

    private static final Pattern CODE = Pattern.compile("(?ms)^ *```.*?^ *```|`[^`]*`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+)$");
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");

    /** One of {@code src/site/markdown}. */
    public static DocPage named(String name) {
        return new DocPage(FOLDER.resolve(name));
    }

    /** All of {@code src/site/markdown}. */
    static List<DocPage> site() {
        return below(FOLDER).toList();
    }

    /** All pages that people read. */
    static Stream<DocPage> all() {
        return Stream.of(Stream.of(README), site().stream(), below(Path.of("examples")), below(Path.of("helm")))
                .flatMap(pages -> pages);
    }

    /** What it says. */
    public String text() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Written anew with {@code -Dgolden.update=true}, and only then. */
    public void update(UnaryOperator<String> change) {
        if (Boolean.getBoolean("golden.update")) {
            try {
                Files.writeString(file, change.apply(text()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The targets of its links into this repository, as they are written. */
    List<String> links() {
        return LINK.matcher(CODE.matcher(text()).replaceAll("code"))
                .results()
                .map(link -> link.group(1))
                .filter(link -> !ELSEWHERE.matcher(link).matches())
                .toList();
    }

    /** The file that one of its links leads to. */
    Path target(String link) {
        String path = link.replaceAll("#.*", "");
        return path.isEmpty() ? file : file.resolveSibling(path).normalize();
    }

    /** What a link can name behind its {@code #}, as GitHub makes it from headings. */
    Set<String> anchors() {
        return HEADING.matcher(text())
                .results()
                .map((MatchResult heading) -> heading.group(1).strip().toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        return file.toString();
    }

    private static Stream<DocPage> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".md")).sorted().map(DocPage::new).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
