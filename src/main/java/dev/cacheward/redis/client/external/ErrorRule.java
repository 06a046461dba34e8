package dev.cacheward.redis.client.external;

import dev.cacheward.status.Reason;
import java.util.List;
import java.util.Locale;

/**
 * What one kind of error means.
 *
 * @param start the error begins with this
 * @param part the error contains this, in lower case; empty if its beginning is enough
 * @param code what is repeated of the error
 * @param advice sentences without the last period
 */
record ErrorRule(String start, String part, String code, Reason reason, String advice) {
    private static final String CREDENTIALS =
            "Compare user name and password with those in the provider's console, and put"
                    + " the right ones into the Secret";

    private static final String NO_LOGIN =
            "The server knows no passwords, so everybody may enter. Set one in the provider's"
                    + " console, or leave the login out (auth: None)";

    private static final String PREFIX =
            "The login works, but its user may not use the keys of the check. Write a prefix"
                    + " that it may use in check.keyPrefix, or let it use these";

    private static final String CLOSED_TO_WRITES =
            "Name the address of the primary; after a failover this passes by itself"
                    + " as soon as the name leads to the new primary";

    /** The first that fits decides, so the more special ones come first. */
    static final List<ErrorRule> ALL = List.of(
            of("WRONGPASS", Reason.AUTH_FAILED, "The server refuses the login. " + CREDENTIALS),
            of("NOAUTH invalid", Reason.AUTH_FAILED, "The server refuses the login. " + CREDENTIALS),
            of(
                    "NOAUTH",
                    Reason.AUTH_FAILED,
                    "The server asks for a login. Put its password into the Secret that the spec names"),
            of("ERR invalid password", Reason.AUTH_FAILED, "The server refuses the password. " + CREDENTIALS),
            of("ERR invalid username-password", Reason.AUTH_FAILED, "The server refuses the login. " + CREDENTIALS),
            of(
                    "ERR AUTH invalid-iam-credentials",
                    Reason.AUTH_FAILED,
                    "The server takes tokens of IAM, which expire, in the place of passwords. Let the application fetch them"
                            + " (auth: Application), or use a user with a password"),
            new ErrorRule("ERR AUTH", "called without any password", "ERR AUTH", Reason.AUTH_FAILED, NO_LOGIN),
            new ErrorRule("ERR", "no password is set", "ERR AUTH", Reason.AUTH_FAILED, NO_LOGIN),
            new ErrorRule(
                    "ERR wrong number of arguments",
                    "'auth'",
                    "ERR wrong number of arguments",
                    Reason.AUTH_FAILED,
                    "The server knows passwords, but no users, as Redis before 6. Leave the user name out"),
            of(
                    "DENIED",
                    Reason.CONNECTION_REFUSED,
                    "The server has no password, and then takes connections from its own machine alone (protected mode)."
                            + " Have its owner set a password"),
            new ErrorRule("NOPERM", "to access a key", "NOPERM", Reason.NO_PERMISSION, PREFIX),
            new ErrorRule("NOPERM", "to access one of the keys", "NOPERM", Reason.NO_PERMISSION, PREFIX),
            new ErrorRule(
                    "NOPERM",
                    "channel",
                    "NOPERM",
                    Reason.NO_PERMISSION,
                    "The login works, but its user may not use the channel of the check, which begins with check.keyPrefix."
                            + " Let it use this, or write a prefix that it may use"),
            of(
                    "NOPERM",
                    Reason.NO_PERMISSION,
                    "The login works, but its user may not run this command. Let the server's owner allow it, or use another"
                            + " user"),
            of(
                    "LOADING",
                    Reason.LOADING,
                    "The server is reading its data from disk and serves when that is done; wait"),
            of(
                    "MISCONF",
                    Reason.PERSISTENCE_FAILING,
                    "The server cannot write its data to disk and therefore refuses writes. Look for the state of its backups"
                            + " and its disk in the provider's console"),
            of(
                    "OOM",
                    Reason.OUT_OF_MEMORY,
                    "The server is full and evicts nothing that would make room, so it refuses writes. In the provider's"
                            + " console choose a larger plan or another eviction policy, or have the application store less"
                            + " or with a TTL"),
            of(
                    "ERR max number of clients",
                    Reason.MAX_CLIENTS,
                    "The server has as many connections as its plan allows. Find out which application leaks them, or choose"
                            + " a larger plan"),
            of(
                    "ERR max concurrent connections exceeded",
                    Reason.MAX_CLIENTS,
                    "The server has as many connections as its plan allows. Find out which application leaks them, or choose"
                            + " a larger plan"),
            new ErrorRule(
                    "ERR max",
                    "request limit exceeded",
                    "ERR max request limit exceeded",
                    Reason.QUOTA_EXCEEDED,
                    "The plan's requests are used up. Choose a larger plan, have the application ask less, or wait until the"
                            + " provider counts anew"),
            new ErrorRule(
                    "ERR max",
                    "requests limit exceeded",
                    "ERR max requests limit exceeded",
                    Reason.QUOTA_EXCEEDED,
                    "The plan's requests are used up. Choose a larger plan, have the application ask less, or wait until the"
                            + " provider counts anew"),
            of(
                    "ERR DB capacity quota exceeded",
                    Reason.QUOTA_EXCEEDED,
                    "The plan's room for data is used up, so the server refuses writes. Choose a larger plan, turn eviction on"
                            + " in the provider's console, or have the application store less or with a TTL"),
            new ErrorRule(
                    "ERR",
                    "quota exceeded",
                    "quota exceeded",
                    Reason.QUOTA_EXCEEDED,
                    "A limit of the provider's plan is reached. See its console, and choose a larger plan"),
            of(
                    "READONLY",
                    Reason.READ_ONLY,
                    "The address leads to a replica, which refuses writes. " + CLOSED_TO_WRITES),
            of(
                    "MASTERDOWN",
                    Reason.READ_ONLY,
                    "The address leads to a replica that has lost its primary. " + CLOSED_TO_WRITES),
            of(
                    "NOREPLICAS",
                    Reason.READ_ONLY,
                    "The server refuses writes since it has too few replicas. See its state in the provider's console"),
            of(
                    "BUSY",
                    Reason.BUSY,
                    "A script or function of an application runs without end and blocks the server. End it with SCRIPT KILL or"
                            + " FUNCTION KILL, or by the provider's console"));

    private static ErrorRule of(String start, Reason reason, String advice) {
        return new ErrorRule(start, "", start, reason, advice);
    }

    boolean fits(String error) {
        return error.startsWith(start) && error.toLowerCase(Locale.ROOT).contains(part);
    }
}
