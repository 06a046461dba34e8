package dev.cacheward.cacheprofile.report;

import dev.cacheward.api.v1alpha1.Delivered;
import dev.cacheward.api.v1alpha1.RestartTarget;
import dev.cacheward.cacheprofile.model.Applied;
import dev.cacheward.cacheprofile.model.Availability;
import dev.cacheward.cacheprofile.model.UserSecret;
import dev.cacheward.cacheprofile.model.ValidatedProfile;
import dev.cacheward.configmap.DeliveryOutcome;
import dev.cacheward.delivery.RestartPlan;
import dev.cacheward.redis.ServerVersion;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Problems;
import dev.cacheward.status.Warnings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that one reconciliation of a profile came to.
 *
 * @param invalid why the spec cannot be followed; then nothing was written
 * @param delivery what became of the ConfigMaps
 * @param server why the server is not, or not yet, what the spec asks for, whether it serves or not
 * @param bindingWritten whether the Secrets with the connection hold
 * @param warnings about what works, but not as well as it should
 */
public record ProfileOutcome(
        Optional<Cause> invalid,
        DeliveryOutcome delivery,
        Optional<Cause> server,
        Availability availability,
        boolean bindingWritten,
        Warnings warnings) {

    /** @param availability empty when there is no server to check: then what keeps it from being made counts */
    public static ProfileOutcome of(
            ValidatedProfile validated, UserSecret userSecret, Applied applied, Optional<Availability> availability) {
        Optional<Cause> invalid = invalid(validated);
        Optional<Cause> server = unusable(userSecret).or(applied::server);
        return new ProfileOutcome(
                invalid,
                applied.delivery(),
                server,
                availability.orElseGet(() -> new Availability(invalid.or(() -> server), Optional.empty())),
                applied.bindingWritten(),
                warnings(validated, availability));
    }

    /** The same, with more to warn of. */
    public ProfileOutcome warned(Warnings more) {
        return new ProfileOutcome(invalid, delivery, server, availability, bindingWritten, warnings.and(more));
    }

    /** @param wanted the spec's list */
    public RestartPlan restarts(Optional<List<RestartTarget>> wanted) {
        return invalid.isEmpty() ? delivery.restarts(wanted) : RestartPlan.none();
    }

    /** What the ConfigMaps hold now. */
    List<Delivered> delivered() {
        return delivery.delivered();
    }

    /** All that keeps the profile from being ready. */
    public List<Cause> causes() {
        return Stream.of(
                        invalid.stream(),
                        delivery.causes().stream(),
                        server.stream(),
                        availability.blockingCause().stream())
                .flatMap(each -> each)
                .toList();
    }

    private static Optional<Cause> unusable(UserSecret userSecret) {
        return userSecret instanceof UserSecret.Unusable unusable ? Optional.of(unusable.cause()) : Optional.empty();
    }

    private static Optional<Cause> invalid(ValidatedProfile validated) {
        return validated instanceof ValidatedProfile.Invalid invalid
                ? Optional.of(Problems.cause(invalid.problems()))
                : Optional.empty();
    }

    /** What the author should know of a server that works, or of a spec that can be followed. */
    private static Warnings warnings(ValidatedProfile validated, Optional<Availability> availability) {
        Warnings ofSpec = validated instanceof ValidatedProfile.Valid valid ? valid.warnings() : Warnings.none();
        return ofSpec.and(availability
                .flatMap(Availability::version)
                .filter(version -> !version.supported())
                .map(ProfileOutcome::unsupported)
                .orElseGet(Warnings::none));
    }

    private static Warnings unsupported(ServerVersion version) {
        return new Warnings(List.of(version + " is not supported: use an image of " + ServerVersion.SUPPORTED + "."));
    }

    /**
     * The first thing that keeps the profile from being ready, gravest first. The delivery has a condition of its own; what lastingly
     * keeps the server from being what the spec asks for, while the old one serves, has only this one.
     */
    Optional<Cause> blockingCause() {
        return invalid.or(() -> server.filter(cause -> !cause.reason().isProgress()))
                .or(delivery::cause)
                .or(() -> server)
                .or(() -> availability.blockingCause());
    }
}
