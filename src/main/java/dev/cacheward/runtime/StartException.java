package dev.cacheward.runtime;

/** Ends a start that cannot succeed until a person acts. Its message is for that person, and is printed without a trace. */
public final class StartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message one or more lines */
    public StartException(String message) {
        super(message, null, false, false);
    }
}
