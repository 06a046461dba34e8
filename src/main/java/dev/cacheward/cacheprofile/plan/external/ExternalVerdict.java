package dev.cacheward.cacheprofile.plan.external;

import dev.cacheward.cacheprofile.model.external.ExternalServer;
import dev.cacheward.cacheprofile.model.external.ExternalState;
import dev.cacheward.redis.client.external.Capability;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.status.Warnings;
import java.util.List;
import java.util.Optional;

/**
 * What follows from a look at a Redis of somebody else.
 *
 * @param publishes whether applications get the connection that the spec names
 * @param failure why an application could not use the Redis; empty if it could, or if that is not known
 * @param known whether it is known: otherwise what was said before holds
 * @param warnings messages about what works, but not as well as it should
 */
public record ExternalVerdict(boolean publishes, Optional<Cause> failure, boolean known, Warnings warnings) {
    private static final String KEPT = " The connection that was published before stays.";
    private static final String MANAGED_KEPT =
            " Until this one passes the check, the Redis that the operator runs stays, and applications keep its connection.";

    /** @param publication where the published connection leads */
    static ExternalVerdict of(ExternalServer server, Publication publication, ExternalLook look) {
        boolean anyway = publication == Publication.NOTHING || publication == Publication.WANTED;
        Optional<ExternalState> known = look.wanted()
                .filter(state -> anyway || state.proven() || state.failure().isPresent());
        if (known.isEmpty()) {
            return new ExternalVerdict(anyway, Optional.empty(), false, Warnings.none());
        }
        ExternalState state = known.get();
        Optional<Cause> failure = state.failure().or(() -> withoutScripts(server, state));
        if (failure.isEmpty()) {
            return new ExternalVerdict(true, failure, true, warnings(server, state));
        }
        boolean waits = publication == Publication.OTHER
                && failure.get().reason() == Reason.AUTH_FAILED
                && look.published().filter(ExternalState::passed).isPresent();
        return waits
                ? new ExternalVerdict(false, Optional.empty(), true, waiting())
                : new ExternalVerdict(anyway, failure.map(cause -> told(cause, publication)), true, Warnings.none());
    }

    /** Whether it is known that an application can use the Redis. */
    boolean passes() {
        return known && failure.isEmpty();
    }

    private static Optional<Cause> withoutScripts(ExternalServer server, ExternalState state) {
        return state.answer()
                .filter(answer ->
                        server.check().needsScripts() && !answer.capabilities().contains(Capability.EVAL))
                .map(answer -> new Cause(
                        Reason.CAPABILITY_MISSING,
                        "The server runs no scripts (EVAL), and check.scripts is Required. Choose a plan or a product that"
                                + " runs them, or set check.scripts to Optional if nothing counts rate limits in it."));
    }

    private static Warnings waiting() {
        return new Warnings(List.of(
                "The login that the spec names now is not taken by the server yet; the one that was published before still"
                        + " works and stays until the new one does. Change the password at the provider, too."));
    }

    private static Warnings warnings(ExternalServer server, ExternalState state) {
        return state.open() && (server.connection().password().isPresent() || server.usesTokens())
                ? new Warnings(
                        List.of("The server takes everybody without a login, so the password guards nothing: switch"
                                + " the login on at the provider, or leave the password out."))
                : Warnings.none();
    }

    private static Cause told(Cause cause, Publication publication) {
        return switch (publication) {
            case OTHER -> new Cause(cause.reason(), cause.message() + KEPT);
            case MANAGED -> new Cause(cause.reason(), cause.message() + MANAGED_KEPT);
            case NOTHING, WANTED -> cause;
        };
    }
}
