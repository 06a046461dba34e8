package dev.cacheward.redis.client;

import dev.cacheward.redis.client.tls.ManagedTlsText;
import dev.cacheward.redis.client.tls.TlsTrouble;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import java.util.Optional;

/** Ends a dialogue at its first failure. It never leaves the gateway, which returns its cause as a reply. */
public final class StepFailure extends Exception {
    private static final long serialVersionUID = 1L;

    /** What kind of failure ended a dialogue. Its words depend on whose server it is. */
    public enum Trouble {
        /** The server answered with an error. */
        ERROR,
        /** There is no connection: nothing listens, or there is no way to it. */
        REFUSED,
        /** Nothing answers at the address, not even with a refusal. */
        UNREACHABLE,
        /** The host's name leads to no address. */
        NO_ADDRESS,
        /** There is a connection, and no answer in time. */
        TIMEOUT,
        /** The connection was closed in the place of an answer. */
        CLOSED,
        /** The server sent more than any Redis does. */
        TOO_LONG,
        /** The answer is none of a Redis, or a wrong one. */
        WRONG_ANSWER,
        /** The encrypted connection did not come about. */
        TLS,
        /** A dialogue found something by itself, and said it in words. */
        OTHER
    }

    private final transient Cause failure;
    private final Trouble trouble;
    private final String step;
    private final String reply;
    private final transient Optional<TlsTrouble> tls;

    /** @param reply the server's error as it came; empty if there was none */
    public StepFailure(Cause failure, String reply) {
        this(failure, Trouble.OTHER, "", reply, Optional.empty());
    }

    private StepFailure(Cause failure, Trouble trouble, String step, String reply, Optional<TlsTrouble> tls) {
        super(failure.message(), null, false, false);
        this.failure = failure;
        this.trouble = trouble;
        this.step = step;
        this.reply = reply;
        this.tls = tls;
    }

    /** Returns the failure for an error of the server. */
    static StepFailure error(String step, String reply) {
        return new StepFailure(FailureText.of(step, reply), Trouble.ERROR, step, reply, Optional.empty());
    }

    /** Returns the failure of an encrypted connection. */
    static StepFailure tls(TlsTrouble tls) {
        return new StepFailure(ManagedTlsText.of(tls), Trouble.TLS, "AUTH", "", Optional.of(tls));
    }

    private static StepFailure of(Trouble trouble, String step, Reason reason, String message) {
        return new StepFailure(new Cause(reason, message), trouble, step, "", Optional.empty());
    }

    /** Returns the failure for a server that takes no connection. */
    static StepFailure refused(String step) {
        return of(
                Trouble.REFUSED,
                step,
                Reason.CONNECTION_REFUSED,
                "The server takes no connection. Does it run? Look into its log for why it ended.");
    }

    /** Returns the failure for a name that leads nowhere. */
    static StepFailure noAddress(String step) {
        return of(
                Trouble.NO_ADDRESS,
                step,
                Reason.CONNECTION_REFUSED,
                "The server's name has no address. Does the server run under this name?");
    }

    /** Returns the failure for an address at which nothing answers. */
    static StepFailure unreachable(String step) {
        return of(
                Trouble.UNREACHABLE,
                step,
                Reason.TIMEOUT,
                "Nothing answers at the server's address. Does its node run, and does a network policy let this"
                        + " connection through?");
    }

    /** Returns the failure for an answer that did not come in time. */
    static StepFailure timeout(String step) {
        return of(
                Trouble.TIMEOUT,
                step,
                Reason.TIMEOUT,
                "The server takes connections but did not answer to " + step
                        + " in time. Is it short of CPU, stopped, or held"
                        + " up by a slow command (see SLOWLOG)?");
    }

    /** Returns the failure for a connection that was closed before the answer. */
    static StepFailure closed(String step) {
        return of(
                Trouble.CLOSED,
                step,
                Reason.CONNECTION_CLOSED,
                "The connection was closed instead of an answer to " + step
                        + ". Did the server end (look into its log), or does a proxy stand before it that does not know"
                        + " this command?");
    }

    /** Returns the failure for a server that sent more than any Redis does. */
    static StepFailure tooLong(String step) {
        return of(
                Trouble.TOO_LONG,
                step,
                Reason.NOT_REDIS,
                "What listens at the server's address sent more than " + ReplyGuard.MOST_BYTES / 1024
                        + " KiB, which no Redis does here, so the operator closed the connection at " + step
                        + ". Which image runs there, and is anything between it and the operator?");
    }

    /** Returns the failure for an answer that no Redis gives. */
    public static StepFailure notRedis(String step) {
        return of(
                Trouble.WRONG_ANSWER,
                step,
                Reason.NOT_REDIS,
                "What listens at the server's address gave no answer of a Redis to " + step
                        + ". Which image runs there, and is anything between it and the operator?");
    }

    /** Returns what it means for a server of the operator's own. */
    public Cause failure() {
        return failure;
    }

    public Trouble trouble() {
        return trouble;
    }

    /** Returns the command, such as {@code SET}; {@code AUTH} for all that comes before the first. */
    public String step() {
        return step;
    }

    /** Returns what is the matter with the encryption; empty if it is something else. */
    public Optional<TlsTrouble> tls() {
        return tls;
    }

    /** Whether the server answered with an error that starts with this text. */
    public boolean isReply(String start) {
        return reply.startsWith(start);
    }

    /** Whether the server answered with an error. */
    boolean isError() {
        return !reply.isEmpty();
    }

    /** Returns the server's error as it came, which may repeat what it was sent; empty if there was none. */
    public String reply() {
        return reply;
    }
}
