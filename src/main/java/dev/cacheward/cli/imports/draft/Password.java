package dev.cacheward.cli.imports.draft;

/**
 * Where a password is. The password itself is never kept.
 *
 * @param secret name of the Secret that holds it; empty if the file itself does
 * @param key in that Secret
 */
public record Password(String secret, String key) {
    /** Returns one that stands in a file. */
    public static Password inFile() {
        return new Password("", "");
    }
}
