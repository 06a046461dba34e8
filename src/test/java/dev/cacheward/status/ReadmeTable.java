package dev.cacheward.status;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A table of the README or another page that is held to the code, between the lines {@code <!-- name -->} and {@code <!-- /name -->}. */
public final class ReadmeTable {
    private static final int HEADER_LINES = 2;

    private ReadmeTable() {}

    /** The cells of each row below the header, in the README. */
    public static List<List<String>> rows(String name) {
        return rows(Path.of("README.md"), name);
    }

    /** The cells of each row below the header, in another page. */
    public static List<List<String>> rows(Path page, String name) {
        return lines(page).stream()
                .dropWhile(line -> !line.equals("<!-- " + name + " -->"))
                .takeWhile(line -> !line.equals("<!-- /" + name + " -->"))
                .filter(line -> line.startsWith("|"))
                .skip(HEADER_LINES)
                .map(ReadmeTable::cells)
                .toList();
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.substring(1).split("\\|")).map(String::strip).toList();
    }

    private static List<String> lines(Path page) {
        try {
            return Files.readAllLines(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
