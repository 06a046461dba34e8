package dev.cacheward.cacheprofile.plan.external;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.DeletionPolicy;
import dev.cacheward.api.v1alpha1.ExternalRedis;
import dev.cacheward.api.v1alpha1.ExternalTls;
import dev.cacheward.api.v1alpha1.Topology;
import dev.cacheward.api.v1alpha1.Verification;
import dev.cacheward.cacheprofile.model.ProfileBasics;
import dev.cacheward.cacheprofile.model.external.ExternalServer;
import dev.cacheward.cacheprofile.model.external.References;
import dev.cacheward.cacheprofile.plan.basics.BasicsValidator;
import dev.cacheward.redis.Connection;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.status.Warnings;
import dev.cacheward.validation.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns a spec that names a Redis of somebody else, and what the spec refers to, into an {@link ExternalServer}, or says what is
 * wrong. What stands in the spec itself is a problem of the spec; what stands in a Secret is not.
 */
public final class ExternalValidator {
    static final String FIELD = "spec.redis.external";

    private final BasicsValidator basics;

    /** @param basics checks the rest of the spec */
    public ExternalValidator(BasicsValidator basics) {
        this.basics = basics;
    }

    /** Whether a profile names a Redis of somebody else. */
    public static boolean isExternal(CacheProfile profile) {
        return Optional.ofNullable(profile.getSpec().redis())
                .filter(source -> source.external() != null)
                .isPresent();
    }

    /** @param profile names a Redis of somebody else */
    public ValidatedExternal validate(CacheProfile profile, References references) {
        ExternalRedis spec = profile.getSpec().redis().external();
        BasicsValidator.Result result = basics.validate(profile);
        List<Problem> problems = new ArrayList<>(result.problems());
        if (profile.getSpec().redis().managed() != null) {
            problems.add(new Problem("spec.redis", "names both managed and external; a profile has one Redis"));
        }
        problems.addAll(ExternalRules.check(spec));
        problems.addAll(OwnObjects.named(spec, result.basics()));
        if (!problems.isEmpty()) {
            return new ValidatedExternal.Invalid(problems);
        }
        return references
                .unusable()
                .<ValidatedExternal>map(cause -> new ValidatedExternal.Unresolved(result.basics(), cause))
                .orElseGet(() -> new ConnectionReader(spec, references)
                        .read()
                        .fold(
                                connection -> valid(profile, result.basics(), connection),
                                message -> new ValidatedExternal.Unresolved(
                                        result.basics(), new Cause(Reason.INVALID_REFERENCE, message))));
    }

    private static ValidatedExternal valid(CacheProfile profile, ProfileBasics basics, Connection connection) {
        Optional<Problem> own = OwnObjects.problem(connection.host(), basics);
        if (own.isPresent()) {
            return new ValidatedExternal.Invalid(List.of(own.get()));
        }
        ExternalRedis spec = profile.getSpec().redis().external();
        ExternalServer server = new ExternalServer(
                connection,
                spec.topology() == Topology.CLUSTER,
                Optional.ofNullable(spec.evictionPolicy()),
                CheckTimes.of(spec).rule());
        return new ValidatedExternal.Valid(
                basics,
                server,
                Optional.ofNullable(profile.getSpec().deletionPolicy()).orElse(DeletionPolicy.DELETE),
                warnings(basics, spec, server));
    }

    private static Warnings warnings(ProfileBasics basics, ExternalRedis spec, ExternalServer server) {
        List<String> texts = new ArrayList<>();
        if (server.connection().password().isEmpty() && !server.usesTokens()) {
            texts.add("Nobody logs in at this Redis: whoever reaches it can read and change everything in it.");
        }
        Optional.ofNullable(spec.tls())
                .map(ExternalTls::verify)
                .filter(verify -> server.connection().tls().isPresent())
                .flatMap(ExternalValidator::unverified)
                .ifPresent(texts::add);
        if (server.connection().tls().isEmpty()
                && server.connection().password().isPresent()
                && HostTarget.of(server.connection().host(), basics).service().isEmpty()) {
            texts.add(
                    "The connection is not encrypted: the password and all data cross the network as they are. Set tls,"
                            + " if the server offers it.");
        }
        return new Warnings(texts);
    }

    private static Optional<String> unverified(Verification verify) {
        return switch (verify) {
            case FULL -> Optional.empty();
            case CA ->
                Optional.of("tls.verify is CA: every server with a certificate of this CA is believed to be this one.");
            case NONE -> Optional.of("tls.verify is None: whoever stands between can read and change everything.");
        };
    }
}
