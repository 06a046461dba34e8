package dev.cacheward.cacheprofile.managed;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.CacheProfileStatus;
import dev.cacheward.cacheprofile.model.Applied;
import dev.cacheward.cacheprofile.model.Availability;
import dev.cacheward.cacheprofile.model.Credentials;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.UserSecret;
import dev.cacheward.cacheprofile.model.ValidatedProfile;
import dev.cacheward.cacheprofile.plan.CacheProfilePlanner;
import dev.cacheward.cacheprofile.plan.CacheProfileValidator;
import dev.cacheward.cacheprofile.plan.CredentialsResolver;
import dev.cacheward.cacheprofile.plan.ExpectedServer;
import dev.cacheward.cacheprofile.plan.ProfilePlan;
import dev.cacheward.cacheprofile.plan.basics.BasicsValidator;
import dev.cacheward.cacheprofile.plan.rotation.RotationProgress;
import dev.cacheward.cacheprofile.report.CacheProfileStatusFactory;
import dev.cacheward.cacheprofile.report.ProfileOutcome;
import dev.cacheward.cacheprofile.report.ProfileResult;
import dev.cacheward.cacheprofile.report.RedisReport;
import dev.cacheward.cacheprofile.report.health.Vitals;
import dev.cacheward.cacheprofile.turns.RedisTurns;
import dev.cacheward.kubernetes.Children;
import dev.cacheward.reconcile.ReconcilerDependencies;
import dev.cacheward.redis.PasswordGenerator;
import dev.cacheward.runtime.Settings;
import dev.cacheward.status.PreviousStatus;
import dev.cacheward.telemetry.ResourceKey;
import dev.cacheward.telemetry.Telemetry;
import dev.cacheward.telemetry.redis.ServerTelemetry;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The steps of a reconciliation of a profile whose Redis the operator runs. */
public final class ManagedProfiles {
    private final Observer observer;
    private final UserSecretReader userSecrets;
    private final CacheProfileValidator validator;
    private final CredentialsResolver credentials;
    private final Admission admission;
    private final PersistenceMigration migration;
    private final ProfileApplier applier;
    private final RedisCheck check;
    private final EvictedClients cuts = new EvictedClients();
    private final CacheProfileStatusFactory statuses;
    private final PausedProfiles paused;
    private final Telemetry telemetry;

    /** @param children the caches */
    public ManagedProfiles(
            ReconcilerDependencies dependencies,
            Children children,
            BasicsValidator basics,
            Servers servers,
            PasswordGenerator passwords) {
        KubernetesClient client = dependencies.client();
        Settings settings = dependencies.settings();
        Clock clock = dependencies.clock();
        RedisTurns turns = servers.turns();
        this.observer = new Observer(client, children, turns, clock, settings.clusterDomain());
        this.userSecrets = new UserSecretReader(client);
        this.validator = new CacheProfileValidator(settings.redis(), basics);
        this.statuses = new CacheProfileStatusFactory(settings.clusterDomain());
        this.credentials = new CredentialsResolver(passwords);
        this.admission =
                new Admission(client, new CacheProfilePlanner(settings.redis().runAs(), settings.ownNamespace()));
        this.migration = new PersistenceMigration(turns);
        this.telemetry = dependencies.telemetry();
        this.applier = new ProfileApplier(dependencies, children, migration, turns, servers.telemetry());
        this.paused = new PausedProfiles(observer, validator, servers.telemetry(), clock);
        this.check = new RedisCheck(turns, servers.telemetry(), new MissingPod(admission::missing));
    }

    /**
     * The servers of all profiles.
     *
     * @param turns says when one may be asked
     * @param telemetry is told what a server says of itself, and what somebody has changed there
     */
    public record Servers(RedisTurns turns, ServerTelemetry telemetry) {}

    /**
     * Takes all steps but the last.
     *
     * @param observed the objects, and what the running server says
     */
    public ProfileResult reconcile(CacheProfile profile, Observed observed, PreviousStatus<CacheProfileStatus> before) {
        UserSecret userSecret = userSecrets.read(profile); // reads
        ValidatedProfile validated = validator.validate(profile, observed); // pure
        Optional<Credentials> passwords =
                credentials.resolve(profile, observed, userSecret); // random where one is missing
        RotationProgress rotation = CredentialsResolver.progress(profile, observed, userSecret, passwords); // pure
        Optional<ProfilePlan> plan = admission.plan(validated, observed, passwords); // a dry run before a roll
        Applied applied = applier.apply(profile, plan, observed, before); // writes what is owned and delivered
        Optional<Availability> availability = check.check( // asks Redis, or the API server about a missing pod
                ResourceKey.of(profile), observed, ExpectedServer.of(before, plan, applied, observed));
        ProfileOutcome outcome = ProfileOutcome.of(validated, userSecret, applied, availability)
                .warned(rotation.warnings()) // pure
                .warned(cuts.observe(profile.getMetadata().getUid(), observed.redis(), observed.at())); // remembers
        RedisReport report = statuses.managed(profile, before, outcome, observed); // pure
        rotation.news(before).ifPresent(sentence -> telemetry.rotated(profile, sentence)); // tells
        Optional<Duration> again = rotation.again(observed.at(), Optional.empty(), outcome.causes());
        return new ProfileResult(
                outcome,
                report,
                Vitals.managed(validated, observed, before), // pure
                plan.flatMap(ProfilePlan::revision),
                RedisTurns.soonest(availability, again));
    }

    /** Reads the caches, and live what they lack, and asks the running server. */
    public Observed observe(CacheProfile profile) {
        return observer.observe(profile);
    }

    /** Observes a profile whose Redis somebody else runs: only its objects, among them those of a server that it had before. */
    public Observed observeObjects(CacheProfile profile) {
        return observer.observeObjects(profile);
    }

    /** Returns the status of a paused profile. It asks Redis, and tells it nothing. */
    public CacheProfileStatus paused(CacheProfile profile, PreviousStatus<CacheProfileStatus> before) {
        return paused.status(profile, before);
    }

    /** Forgets a profile that is deleted. */
    public void forget(CacheProfile profile) {
        check.forget(ResourceKey.of(profile));
    }

    /** Forgets what is under way for a profile that is deleted or paused. */
    public void pause(CacheProfile profile) {
        String uid = profile.getMetadata().getUid();
        migration.forget(uid);
        observer.forget(uid);
        cuts.forget(uid);
    }
}
