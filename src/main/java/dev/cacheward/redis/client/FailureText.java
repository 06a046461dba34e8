package dev.cacheward.redis.client;

import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import java.util.List;
import java.util.Set;

/**
 * Turns an error reply into a reason and advice. A rule applies to replies that start with its text. Nothing of a reply is
 * repeated but what stands here or was asked and is no secret: a server may repeat what it was sent, such as a password.
 */
final class FailureText {
    private record Rule(String start, Reason reason, String advice) {}

    private static final List<Rule> RULES = List.of(
            new Rule(
                    "WRONGPASS",
                    Reason.AUTH_FAILED,
                    "The server refuses the password. Was it changed without the server being restarted? A restart reads"
                            + " the published one"),
            new Rule(
                    "NOAUTH",
                    Reason.AUTH_FAILED,
                    "The server does not take the login. Was it started with other users than the published ones? A restart"
                            + " reads them"),
            new Rule(
                    "ERR AUTH",
                    Reason.AUTH_FAILED,
                    "The server has no password, so everybody may enter. Was it started without its users? A restart reads"
                            + " them"),
            new Rule(
                    "NOPERM",
                    Reason.NO_PERMISSION,
                    "The user may not run a command that it needs. Take the command off disabledCommands, or add it to"
                            + " auth.allowedCommands; if it is on neither, somebody changed the users of the running server:"
                            + " restart it"),
            new Rule(
                    "LOADING",
                    Reason.LOADING,
                    "The server is reading its data from disk and serves when that is done; wait"),
            new Rule(
                    "MISCONF",
                    Reason.PERSISTENCE_FAILING,
                    "The server cannot write its data to disk and therefore refuses writes. Look for the cause in its log; if"
                            + " the volume is full, enlarge it (persistence.size). It recovers by itself when it can write again"),
            new Rule(
                    "OOM",
                    Reason.OUT_OF_MEMORY,
                    "The server is full and evicts nothing that would make room, so it refuses writes. Raise maxMemory, choose"
                            + " another evictionPolicy, or have the application store less or with a TTL"),
            new Rule(
                    "ERR max number of clients",
                    Reason.MAX_CLIENTS,
                    "The server has as many connections as it takes. Find out which application leaks them, or raise"
                            + " config.maxclients"),
            new Rule(
                    "READONLY",
                    Reason.READ_ONLY,
                    "The server is a replica and refuses writes. Somebody has turned it into one; the operator makes it"
                            + " writable again, unless it is paused, and so does a restart"),
            new Rule(
                    "MASTERDOWN",
                    Reason.READ_ONLY,
                    "The server is a replica that has lost its primary. Somebody has turned it into one; the operator"
                            + " makes it writable again, unless it is paused, and so does a restart"),
            new Rule(
                    "BUSY",
                    Reason.BUSY,
                    "A script or function of an application runs without end and blocks the server. End it with SCRIPT KILL or"
                            + " FUNCTION KILL; if it has written already, only a restart helps"),
            cluster("MOVED"),
            cluster("ASK"),
            cluster("CROSSSLOT"),
            cluster("CLUSTERDOWN"));

    /** The beginnings of errors of a server that is no Redis for an application, and yet well known. */
    private static final List<String> KNOWN = List.of(
            "ERR unknown command",
            "ERR unknown subcommand",
            "ERR syntax error",
            "ERR wrong number of arguments",
            "ERR Protocol error",
            "ERR DB index is out of range",
            "NOREPLICAS",
            "NOPROTO",
            "NOSCRIPT",
            "TRYAGAIN",
            "WRONGTYPE",
            "Unsupported operation");

    /** What servers say of a parameter that they refuse. */
    private static final List<String> EXPLANATIONS = List.of(
            "argument(s) must be one of the following",
            "argument must be a memory value",
            "argument must be between",
            "argument must be greater or equal",
            "argument couldn't be parsed into an integer",
            "argument must be 'yes' or 'no'",
            "can't set immutable config",
            "can't set protected config",
            "duplicate parameter",
            "Unknown option",
            "wrong number of arguments");

    private static Rule cluster(String start) {
        return new Rule(
                start,
                Reason.NOT_REDIS,
                "The server is a node of a cluster, and applications are given the address of a single server. Which image"
                        + " and config does it run?");
    }

    private FailureText() {}

    /**
     * @param step the command, such as {@code SET}
     * @param reply the server's error as it came
     */
    static Cause of(String step, String reply) {
        return RULES.stream()
                .filter(rule -> reply.startsWith(rule.start()))
                .findFirst()
                .map(rule ->
                        new Cause(rule.reason(), rule.advice() + " (answer to " + step + ": " + rule.start() + ")."))
                .orElseGet(() -> unexpected(step, reply));
    }

    /** Returns the failure for a refused parameter. It names the one of these that the reply names. */
    static StepFailure configRefused(Set<String> parameters, String reply) {
        String named = parameters.stream()
                .filter(parameter -> reply.contains("'" + parameter + "'"))
                .findFirst()
                .orElseGet(() -> String.join(", ", parameters));
        String why = EXPLANATIONS.stream()
                .filter(reply::contains)
                .findFirst()
                .map(words -> " (it says: " + words + ")")
                .orElse("");
        String message = "The server refuses a parameter; put it right in config: " + named + why + ".";
        return new StepFailure(new Cause(Reason.CONFIG_REFUSED, message), reply);
    }

    /** Returns the failure for a server that does not know the name that CONFIG was given. */
    static StepFailure configUnknown() {
        return new StepFailure(
                new Cause(
                        Reason.CONFIG_REFUSED,
                        "The server does not know CONFIG under the name that it was given. Was it started without its"
                                + " files? A restart reads them."),
                "");
    }

    private static Cause unexpected(String step, String reply) {
        String answer = KNOWN.stream()
                .filter(reply::startsWith)
                .findFirst()
                .orElse("an error of no Redis, which is not repeated here since it might hold what was sent");
        return new Cause(
                Reason.NOT_REDIS,
                "The server does not behave as a Redis that an application can use; which image and config does it run?"
                        + " (answer to " + step + ": " + answer + ").");
    }
}
