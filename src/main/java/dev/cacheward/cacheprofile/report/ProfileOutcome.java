package dev.cacheward.cacheprofile.report;

import dev.cacheward.api.v1alpha1.Delivered;
import dev.cacheward.api.v1alpha1.RestartTarget;
import dev.cacheward.cacheprofile.model.Applied;
import dev.cacheward.cacheprofile.model.Availability;
import dev.cacheward.cacheprofile.model.ServerDrift;
import dev.cacheward.cacheprofile.model.UserSecret;
import dev.cacheward.cacheprofile.model.ValidatedProfile;
import dev.cacheward.configmap.DeliveryOutcome;
import dev.cacheward.delivery.PresetReport;
import dev.cacheward.delivery.RestartPlan;
import dev.cacheward.redis.ServerVersion;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Problems;
import dev.cacheward.status.Warnings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The results of one reconciliation of a profile.
 *
 * @param invalid why the spec is invalid; then nothing was written
 * @param delivery the result for the ConfigMaps
 * @param server why the server is not, or not yet, as the spec asks for, whether it is ready or not
 * @param bindingWritten whether the Secrets with the connection and the Service behind them are written
 * @param evictionPolicy what a managed server does when its memory is full; empty for an invalid spec
 * @param drift what somebody had changed on the running server
 * @param presets what the presets leave out
 * @param warnings messages about what works, but not as well as it should
 */
public record ProfileOutcome(
        Optional<Cause> invalid,
        DeliveryOutcome delivery,
        Optional<Cause> server,
        Availability availability,
        boolean bindingWritten,
        Optional<String> evictionPolicy,
        ServerDrift drift,
        PresetReport presets,
        Warnings warnings) {

    /**
     * Derives the outcome from the results of the steps.
     *
     * @param availability empty if there is no server to check; then the cause that keeps it from being made counts
     */
    public static ProfileOutcome of(
            ValidatedProfile validated, UserSecret userSecret, Applied applied, Optional<Availability> availability) {
        Optional<Cause> invalid = invalid(validated);
        Optional<Cause> server = unusable(userSecret).or(applied::server);
        return new ProfileOutcome(
                invalid,
                applied.delivery(),
                server,
                explained(
                        availability.orElseGet(() -> new Availability(invalid.or(() -> server), Optional.empty())),
                        validated),
                applied.bindingWritten(),
                validated instanceof ValidatedProfile.Valid valid
                        ? Optional.of(valid.profile().evictionPolicy())
                        : Optional.empty(),
                applied.drift(),
                validated instanceof ValidatedProfile.Valid valid
                        ? valid.profile().presets()
                        : PresetReport.none(),
                warnings(validated, availability));
    }

    private static Availability explained(Availability availability, ValidatedProfile validated) {
        return validated instanceof ValidatedProfile.Valid valid
                ? new Availability(
                        availability
                                .blockingCause()
                                .map(cause -> EvictionAdvice.explained(
                                        cause,
                                        valid.profile().ttls(),
                                        valid.profile().evictionPolicy())),
                        availability.version())
                : availability;
    }

    /** Returns the same outcome with more warnings. */
    public ProfileOutcome warned(Warnings more) {
        return new ProfileOutcome(
                invalid,
                delivery,
                server,
                availability,
                bindingWritten,
                evictionPolicy,
                drift,
                presets,
                warnings.and(more));
    }

    /**
     * Returns the plan for the workloads; it restarts nothing if the spec is invalid. A changed connection counts only once the
     * server takes it, so that no pod starts with a password that is refused.
     *
     * @param wanted the list in the spec; empty if it has none
     * @param connection the revision of the connection to publish; empty if there is none
     */
    public RestartPlan restarts(Optional<List<RestartTarget>> wanted, Optional<String> connection) {
        boolean works = bindingWritten && availability.blockingCause().isEmpty();
        return invalid.isEmpty()
                ? delivery.restarts(wanted).with(connection.filter(revision -> bindingWritten), works)
                : RestartPlan.none();
    }

    /** Returns what the ConfigMaps hold now. */
    List<Delivered> delivered() {
        return delivery.delivered();
    }

    /** Returns all causes that keep the profile from being ready. */
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

    /** Returns the warnings about a valid spec and about a server that works. */
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
     * Returns the gravest cause that keeps the profile from being ready. A lasting cause that the server is not as the spec
     * asks for comes before the delivery: the delivery has a condition of its own, while this cause is shown in Ready only, as
     * long as the old server is available.
     */
    Optional<Cause> blockingCause() {
        return invalid.or(() -> server.filter(cause -> !cause.reason().isProgress()))
                .or(delivery::cause)
                .or(() -> server)
                .or(() -> availability.blockingCause());
    }
}
