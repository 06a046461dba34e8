package dev.cacheward.cli.imports.report;

/**
 * One setting of a file.
 *
 * @param name as the file writes it, such as {@code --maxmemory} or {@code master.persistence.size}; never its value
 */
public record Item(Place place, String name) {
    @Override
    public String toString() {
        return place + ": " + name;
    }
}
