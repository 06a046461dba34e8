package dev.cacheward.redis.pem;

/** A text that is not the PEM that it should be. It never holds anything of the text, which may be a key. */
public final class PemException extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param message the end of a sentence such as "The key ..." */
    PemException(String message) {
        super(message, null, false, false);
    }
}
