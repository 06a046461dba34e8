package dev.cacheward.redis.client.tls;

/** Something of our own side that no encrypted connection can be made with. */
public final class UnusableTls extends Exception {
    private static final long serialVersionUID = 1L;

    private final TlsTrouble trouble;

    UnusableTls(TlsTrouble trouble) {
        super(trouble.what(), null, false, false);
        this.trouble = trouble;
    }

    public TlsTrouble trouble() {
        return trouble;
    }
}
