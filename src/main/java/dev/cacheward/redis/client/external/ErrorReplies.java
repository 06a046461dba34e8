package dev.cacheward.redis.client.external;

import dev.cacheward.redis.client.StepFailure;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Turns an error of somebody else's server into a reason and advice. The words decide, since codes lie: providers have errors of
 * their own. Nothing of an error is repeated but a code that is known: it may hold what was sent, or numbers that move.
 */
final class ErrorReplies {
    /** Before Redis 7, an error inside a script comes behind words about the script. */
    private static final Pattern IN_SCRIPT = Pattern.compile("(?s)^ERR Error running script.*?-?\\b"
            + "(?=(?:READONLY|OOM|MISCONF|NOPERM|MASTERDOWN|CLUSTERDOWN|MOVED|ASK|NOREPLICAS|LOADING|BUSY)\\b)");

    /** Who lacks a command says so in many ways. */
    private static final Pattern UNKNOWN =
            Pattern.compile("(?i)^(?:ERR )?(?:unknown (?:or disabled )?(?:\\w+ )?(?:sub)?command"
                    + "|unsupported|NOPROTO|command (?:is )?(?:not|disabled)|.*\\b(?:is|are) not (?:supported|allowed|available)"
                    + "|.*only HELLO messages are accepted).*");

    private static final List<String> CLUSTER = List.of("MOVED", "ASK", "CROSSSLOT", "CLUSTERDOWN", "TRYAGAIN");
    private static final String NOT_IN_CLUSTER_MODE = "SELECT is not allowed in cluster mode";

    private ErrorReplies() {}

    /**
     * @param step the command, such as {@code SET}
     * @param reply the error as it came
     * @param cluster whether applications connect to it as to a cluster
     */
    static Cause of(String step, String reply, boolean cluster) {
        String error = IN_SCRIPT.matcher(reply).replaceFirst("");
        if (error.contains(NOT_IN_CLUSTER_MODE)) {
            return single(step, NOT_IN_CLUSTER_MODE);
        }
        return CLUSTER.stream()
                .filter(error::startsWith)
                .findFirst()
                .map(code -> cluster ? member(step, code) : single(step, code))
                .or(() -> ErrorRule.ALL.stream()
                        .filter(rule -> rule.fits(error))
                        .findFirst()
                        .map(rule -> cause(rule.reason(), rule.advice(), step, rule.code())))
                .orElseGet(() -> step.equals("SELECT") ? oneDatabase() : missing(step, error));
    }

    /** Whether the server told at the login that it has no passwords at all. */
    static boolean knowsNoPasswords(StepFailure failure) {
        String error = failure.reply();
        return failure.step().equals("AUTH")
                && (error.contains("called without any password")
                        || error.contains("no password is set")
                        || error.startsWith("ERR unknown command"));
    }

    /** Whether the server takes nobody without a login. */
    static boolean asksForLogin(String reply) {
        return reply.startsWith("NOAUTH") || reply.startsWith("ERR operation not permitted");
    }

    /** Whether the error passes by itself within moments, or on a fresh connection. */
    static boolean mayPass(String reply) {
        String error = IN_SCRIPT.matcher(reply).replaceFirst("");
        return List.of("READONLY", "MASTERDOWN", "ASK", "TRYAGAIN").stream().anyMatch(error::startsWith);
    }

    private static Cause single(String step, String code) {
        return cause(
                Reason.CLUSTER_MODE_REQUIRED,
                "The server is a node of a cluster, and applications would connect to it as to a single server. Write topology:"
                        + " Cluster if they use a cluster client; else use an endpoint that is no cluster",
                step,
                code);
    }

    private static Cause member(String step, String code) {
        return cause(
                Reason.LOADING,
                "The cluster does not serve all of its keys, as while it starts, moves them to other nodes, or has lost one. See"
                        + " its state in the provider's console; it passes when the cluster is whole",
                step,
                code);
    }

    private static Cause oneDatabase() {
        return new Cause(
                Reason.CAPABILITY_MISSING,
                "The server does not have the database of this number. Many servers have number 0 alone: write 0 in database, or"
                        + " in the URL (answer to SELECT: an error).");
    }

    private static Cause missing(String step, String error) {
        if (step.equals("AUTH") && UNKNOWN.matcher(error).matches()) {
            return cause(
                    Reason.AUTH_FAILED,
                    "The server knows no logins, so everybody may enter. Leave the login out (auth: None)",
                    step,
                    "ERR unknown command");
        }
        return UNKNOWN.matcher(error).matches()
                ? cause(
                        Reason.CAPABILITY_MISSING,
                        "The server, or a proxy before it, does not offer " + step
                                + ", which applications need. Is it the port of"
                                + " a Sentinel or of a proxy? Name the address of Redis itself",
                        step,
                        "ERR unknown command")
                : new Cause(
                        Reason.NOT_REDIS,
                        "The server does not behave as a Redis that an application can use. Compare host and port with the"
                                + " provider's console (answer to " + step
                                + ": an error that is not known, and not repeated here since it might hold what was sent).");
    }

    private static Cause cause(Reason reason, String advice, String step, String code) {
        return new Cause(reason, advice + " (answer to " + step + ": " + code + ").");
    }
}
