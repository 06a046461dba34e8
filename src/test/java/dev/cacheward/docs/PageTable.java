package dev.cacheward.docs;

import java.util.Arrays;
import java.util.List;

/** A table of a page that is held to the code, between the lines {@code <!-- name -->} and {@code <!-- /name -->}. */
public final class PageTable {
    private static final int HEADER_LINES = 2;

    private PageTable() {}

    /** The cells of each row below the header. */
    public static List<List<String>> rows(DocPage page, String name) {
        return page.text()
                .lines()
                .dropWhile(line -> !line.equals("<!-- " + name + " -->"))
                .takeWhile(line -> !line.equals("<!-- /" + name + " -->"))
                .filter(line -> line.startsWith("|"))
                .skip(HEADER_LINES)
                .map(PageTable::cells)
                .toList();
    }

    /** A row in the order of the columns. */
    public static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.substring(1).split("\\|")).map(String::strip).toList();
    }
}
