package dev.cacheward.redis.client;

import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.validation.Quote;
import java.util.List;

/** Turns an error reply into a reason and advice. A rule applies to replies that start with its text. */
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
                    "The server cannot write its data to disk and therefore refuses writes. Look for the cause in its log;"
                            + " is the volume full? It recovers by itself when it can write again"),
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
                    "The server is a replica and refuses writes. Somebody has turned it into one; a restart makes it"
                            + " writable again"),
            new Rule(
                    "MASTERDOWN",
                    Reason.READ_ONLY,
                    "The server is a replica that has lost its primary. Somebody has turned it into one; a restart makes it"
                            + " writable again"),
            new Rule(
                    "BUSY",
                    Reason.BUSY,
                    "A script or function of an application runs without end and blocks the server. End it with SCRIPT KILL or"
                            + " FUNCTION KILL; if it has written already, only a restart helps"));

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
                        new Cause(rule.reason(), rule.advice() + " (answer to " + step + ": " + brief(reply) + ")."))
                .orElseGet(() -> unexpected(step, reply));
    }

    /** Returns the failure for a refused parameter, which the reply names. */
    static StepFailure configRefused(String reply) {
        String message = "The server refuses a parameter; put it right in config. It says: " + brief(reply) + ".";
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
        return new Cause(
                Reason.NOT_REDIS,
                "The server does not behave as a Redis that an application can use; which image and config does it run?"
                        + " (answer to " + step + ": " + brief(reply) + ").");
    }

    /** Returns the first sentence in quotes. Numbers are replaced, since they could change at each reconciliation. */
    private static String brief(String reply) {
        String line = reply.lines()
                .findFirst()
                .orElse("")
                .replaceAll("\\p{Cntrl}", " ")
                .replaceAll("\\d+", "N");
        String sentence = line.split("\\. ")[0];
        return Quote.whole(Quote.shortened(sentence, 120));
    }
}
