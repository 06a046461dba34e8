package dev.cacheward.playground;

/** A file that cannot be applied, and why, in words for the one who edits it. */
final class BadManifest extends Exception {
    private static final long serialVersionUID = 1L;

    BadManifest(String words) {
        super(words, null, false, false);
    }
}
