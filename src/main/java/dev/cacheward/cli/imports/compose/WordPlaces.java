package dev.cacheward.cli.imports.compose;

import dev.cacheward.cli.imports.report.Place;

/** Finds where the words of a value stand, which may run over several lines. */
final class WordPlaces {
    private final String[] lines;
    private final Place start;
    private int line;
    private int column;

    /** @param text the whole file */
    WordPlaces(String text, Place start) {
        this.lines = text.split("\n", -1);
        this.start = start;
        this.line = start.line() - 1;
        this.column = start.column() - 1;
    }

    /** Returns the next place of a word; where it is written otherwise, that of the last one. */
    Place next(String word) {
        int from = column;
        for (int i = line; i < Math.min(lines.length, line + 40); i++) {
            int found = lines[i].indexOf(word, i == line ? from : 0);
            if (found >= 0) {
                line = i;
                column = found;
                Place place = new Place(start.file(), line + 1, column + 1);
                column += word.length();
                return place;
            }
        }
        return new Place(start.file(), line + 1, Math.max(1, column));
    }
}
