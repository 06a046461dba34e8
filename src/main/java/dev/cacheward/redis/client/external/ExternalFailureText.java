package dev.cacheward.redis.client.external;

import dev.cacheward.redis.client.StepFailure;
import dev.cacheward.redis.client.StepFailure.Trouble;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;

/**
 * Says what a failure means where the server belongs to somebody else: what to do is in the hands of its owner, of the
 * application, or of whoever wrote the spec.
 */
final class ExternalFailureText {
    private ExternalFailureText() {}

    /** @param endpoint where the server is, and whether it is a cluster */
    static Cause of(StepFailure failure, ExternalEndpoint endpoint) {
        String where = "\"" + endpoint.connection().endpoint() + "\"";
        return switch (failure.trouble()) {
            case ERROR -> ErrorReplies.of(failure.step(), failure.reply(), endpoint.cluster());
            case REFUSED ->
                new Cause(
                        Reason.CONNECTION_REFUSED,
                        "Nothing takes connections at " + where
                                + ". Compare host and port with the provider's console; is the"
                                + " server running, and does its firewall or allow list let this cluster in?");
            case UNREACHABLE ->
                new Cause(
                        Reason.TIMEOUT,
                        "Nothing answers at " + where
                                + ". Does its firewall, its allow list or a network policy keep this"
                                + " cluster out, or is it in a private network without a route from here?");
            case NO_ADDRESS -> noAddress(endpoint.connection().host());
            case TIMEOUT -> late(failure.step(), where);
            case CLOSED -> closed(failure.step(), where, endpoint);
            case TLS -> failure.tls().map(ExternalTlsText::of).orElseGet(failure::failure);
            case TOO_LONG, WRONG_ANSWER -> notRedis(failure, where);
            case OTHER -> failure.failure();
        };
    }

    /** @param host has no address */
    static Cause noAddress(String host) {
        return new Cause(
                Reason.DNS_FAILURE,
                "The host \"" + host
                        + "\" has no address. Compare it with the provider's console; does the server still"
                        + " exist, and is the name one that this cluster's DNS knows?");
    }

    /** @param host of which nobody says in time whether it has an address */
    static Cause noDns(String host) {
        return new Cause(
                Reason.DNS_FAILURE,
                "The cluster's DNS does not answer in time for the host \"" + host
                        + "\". Does it run, and does a network" + " policy let the operator reach it?");
    }

    private static Cause late(String step, String where) {
        return new Cause(
                Reason.TIMEOUT,
                "The server at " + where + " takes connections but did not answer to " + step
                        + " in time. Is it overloaded or throttled (see the provider's console), or held up by a slow"
                        + " command?");
    }

    private static Cause closed(String step, String where, ExternalEndpoint endpoint) {
        String advice = endpoint.connection().tls().isEmpty()
                ? "Does the server want TLS (rediss://, or tls.mode: Enabled), does it let in certain addresses alone"
                : "Does the server want a client certificate, does it let in certain addresses alone";
        return new Cause(
                Reason.CONNECTION_CLOSED,
                "The connection to " + where + " was closed instead of an answer to " + step + ". " + advice
                        + ", or does a proxy stand before it that " + unknown(step, endpoint) + "?");
    }

    private static String unknown(String step, ExternalEndpoint endpoint) {
        return step.equals("AUTH") && endpoint.connection().username().isPresent()
                ? "knows passwords but no user names (then leave the name out)"
                : "does not know this command";
    }

    private static Cause notRedis(StepFailure failure, String where) {
        if (failure.trouble() == Trouble.WRONG_ANSWER && failure.step().equals("GET")) {
            return new Cause(
                    Reason.NOT_REDIS,
                    "The server at " + where
                            + " takes a value by SET, and does not give it back to GET at once. Does it"
                            + " evict keys that were just written, or answer reads from a replica that lags behind?");
        }
        return new Cause(
                Reason.NOT_REDIS,
                "What listens at " + where + " gave no answer of a Redis to " + failure.step()
                        + ". Compare host and port with the provider's console: is it the port of Redis itself?");
    }
}
