package dev.cacheward.redis.conf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads a table that lies beside this class: a header line, then rows of comma-separated columns, of which the last may hold
 * commas.
 */
final class CatalogueFile {
    private CatalogueFile() {}

    /** Returns all rows but the header, each with exactly {@code columns} entries. */
    static List<List<String>> rows(String file, int columns) {
        try (InputStream in = CatalogueFile.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> List.of(line.split(",", columns)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
