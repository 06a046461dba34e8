package dev.cacheward.cli.imports.report;

/**
 * Where something stands in a file.
 *
 * @param file as the user named it
 * @param line from 1
 * @param column from 1, in characters
 */
public record Place(String file, int line, int column) {
    /** Returns the place some lines and columns further on, as a text that begins here counts them from 0. */
    public Place plus(int lines, int columns) {
        return new Place(file, line + lines, lines == 0 ? column + columns : columns + 1);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
