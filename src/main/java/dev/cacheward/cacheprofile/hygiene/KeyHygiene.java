package dev.cacheward.cacheprofile.hygiene;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.CacheProfileStatus;
import dev.cacheward.api.v1alpha1.PurgeStatus;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.plan.external.ExternalValidator;
import dev.cacheward.cacheprofile.plan.hygiene.Keyspaces;
import dev.cacheward.cacheprofile.plan.hygiene.PurgeOrder;
import dev.cacheward.cacheprofile.report.ProfileOutcome;
import dev.cacheward.cacheprofile.report.ProfileResult;
import dev.cacheward.cacheprofile.report.RedisReport;
import dev.cacheward.kubernetes.ResourceAnnotations;
import dev.cacheward.redis.client.RedisGateway;
import dev.cacheward.status.Finding;
import dev.cacheward.status.PreviousStatus;
import dev.cacheward.telemetry.ResourceKey;
import dev.cacheward.telemetry.Telemetry;
import dev.cacheward.telemetry.redis.ServerTelemetry;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Looks after the keys of profiles: a purge that somebody asks for, and samples of the keyspaces that a spec names. */
public final class KeyHygiene implements AutoCloseable {
    private static final Duration LOOK_TAKES = Duration.ofSeconds(1);

    private final HygieneThreads threads = new HygieneThreads();
    private final Purges purges;
    private final Samples samples;
    private final Telemetry telemetry;

    /**
     * @param gateway stays the caller's
     * @param telemetry is told how far purges are
     * @param servers is told what is found out about keys
     */
    public KeyHygiene(RedisGateway gateway, Telemetry telemetry, ServerTelemetry servers) {
        this.purges = new Purges(gateway, threads);
        this.samples = new Samples(gateway, threads, servers);
        this.telemetry = telemetry;
    }

    /** Adds to a result what there is to say of the keys, and has done what is due. It waits for no server. */
    public ProfileResult complete(
            CacheProfile profile, Observed observed, PreviousStatus<CacheProfileStatus> before, ProfileResult result) {
        Optional<Purges.Usable> usable =
                result.outcome().availability().blockingCause().isEmpty()
                        ? Optional.of(new Purges.Usable(Target.of(observed)))
                        : Optional.empty();
        Optional<Purges.Report> purge = purge(profile, before, usable, observed);
        purge.ifPresent(report -> tell(profile, before, report));
        Optional<Target> server = usable.flatMap(Purges.Usable::server);
        Optional<Finding> keys = keys(profile, before, result.outcome(), server, observed);
        RedisReport report = result.redis().with(keys.stream().toList()).purging(purge.map(Purges.Report::status));
        Optional<Duration> look =
                samples.isLooking(ResourceKey.of(profile)) ? Optional.of(LOOK_TAKES) : Optional.empty();
        Optional<Duration> again = Stream.of(result.again(), purge.flatMap(Purges.Report::again), look)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
        return new ProfileResult(result.outcome(), report, result.vitals(), result.revision(), again);
    }

    private Optional<Purges.Report> purge(
            CacheProfile profile,
            PreviousStatus<CacheProfileStatus> before,
            Optional<Purges.Usable> usable,
            Observed observed) {
        PurgeOrder order = PurgeOrder.of(profile, ExternalValidator.isExternal(profile));
        return purges.look(profile.getMetadata().getUid(), order, last(before), usable, observed.at());
    }

    private void tell(CacheProfile profile, PreviousStatus<CacheProfileStatus> before, Purges.Report report) {
        if (Purges.isNews(report.status(), last(before))) {
            telemetry.purge(profile, report.status().state(), report.status().message());
        } else {
            report.news()
                    .ifPresent(news -> telemetry.purge(profile, report.status().state(), news));
        }
    }

    /** An invalid spec has no keyspaces that anybody could look at: what was found out stays. */
    private Optional<Finding> keys(
            CacheProfile profile,
            PreviousStatus<CacheProfileStatus> before,
            ProfileOutcome outcome,
            Optional<Target> server,
            Observed observed) {
        if (outcome.invalid().isPresent()) {
            return samples.keep(ResourceKey.of(profile), before);
        }
        Samples.Question question =
                new Samples.Question(Keyspaces.of(profile.getSpec()), ResourceAnnotations.token(profile));
        return samples.look(ResourceKey.of(profile), question, before, server, observed.at());
    }

    private static Optional<PurgeStatus> last(PreviousStatus<CacheProfileStatus> before) {
        return before.status().map(CacheProfileStatus::purge);
    }

    /**
     * Returns how many lookups of the samples have found their key so far, none of which is the application's; empty while a sample is
     * under way.
     */
    public OptionalLong lookups(CacheProfile profile) {
        return samples.lookups(ResourceKey.of(profile));
    }

    /** Ends what is under way for a profile that is deleted or paused. */
    public void stop(CacheProfile profile) {
        purges.stop(profile.getMetadata().getUid());
        samples.end(ResourceKey.of(profile));
    }

    /** Ends what is under way. */
    @Override
    public void close() {
        threads.close();
    }
}
