package dev.cacheward.kubernetes;

/** The HTTP status codes of the API server that the operator distinguishes. */
public final class StatusCode {
    public static final int BAD_REQUEST = 400;
    public static final int FORBIDDEN = 403;
    public static final int NOT_FOUND = 404;
    /** The resource knows no such verb. */
    public static final int METHOD_NOT_ALLOWED = 405;

    public static final int CONFLICT = 409;
    /** The object is larger than the API server or its store accepts. */
    public static final int TOO_LARGE = 413;
    /** The object breaks a rule of its type. */
    public static final int INVALID = 422;

    public static final int TOO_MANY_REQUESTS = 429;
    /** From this code on, the API server itself fails. */
    public static final int INTERNAL_ERROR = 500;

    private StatusCode() {}
}
