package dev.cacheward.cli.manifest;

/**
 * A place in a file.
 *
 * @param file as the caller named it; {@code -} is the standard input
 * @param line from 1
 * @param column from 1
 */
public record Place(String file, int line, int column) {
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
