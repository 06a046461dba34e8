package dev.cacheward.cacheprofile;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.CacheProfileStatus;
import dev.cacheward.cacheprofile.external.ExternalChecks;
import dev.cacheward.cacheprofile.external.ExternalProfiles;
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
import dev.cacheward.cacheprofile.plan.external.ExternalValidator;
import dev.cacheward.cacheprofile.plan.rotation.RotationProgress;
import dev.cacheward.cacheprofile.report.CacheProfileStatusFactory;
import dev.cacheward.cacheprofile.report.MemoryWarnings;
import dev.cacheward.cacheprofile.report.ProfileOutcome;
import dev.cacheward.cacheprofile.report.ProfileResult;
import dev.cacheward.cacheprofile.report.RedisReport;
import dev.cacheward.cacheprofile.turns.RedisTurns;
import dev.cacheward.configmap.MergeCleanup;
import dev.cacheward.kubernetes.EventSourceChildren;
import dev.cacheward.kubernetes.OwnerKind;
import dev.cacheward.kubernetes.Writer;
import dev.cacheward.reconcile.ReconcilerDependencies;
import dev.cacheward.reconcile.ResourceLifecycle;
import dev.cacheward.redis.PasswordGenerator;
import dev.cacheward.redis.client.RedisGateway;
import dev.cacheward.redis.client.external.ExternalGateway;
import dev.cacheward.runtime.Settings;
import dev.cacheward.status.Cause;
import dev.cacheward.status.PreviousStatus;
import dev.cacheward.telemetry.ResourceKey;
import dev.cacheward.telemetry.redis.ServerTelemetry;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.api.config.informer.Informer;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.ErrorStatusUpdateControl;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the Redis of a profile, its connection and its delivered TTLs up to date. {@link ResourceLifecycle} does what comes
 * before a reconciliation.
 */
@ControllerConfiguration(
        name = "cacheprofile",
        fieldManager = Writer.FIELD_MANAGER,
        triggerReconcilerOnAllEvents = true,
        // Otherwise an edit that crosses a status write would count as a part of it, and start no reconciliation.
        informer = @Informer(comparableResourceVersions = false))
public final class CacheProfileReconciler
        implements Reconciler<CacheProfile>, ResourceLifecycle.Kind<CacheProfileStatus, CacheProfile> {
    private final EventSourceChildren<CacheProfile> children = new EventSourceChildren<>(OwnerKind.PROFILE);
    private final ResourceLifecycle<CacheProfileStatus, CacheProfile> lifecycle;
    private final RedisTurns turns;
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
    private final ExternalProfiles externals;
    private final Conclusion conclusion;

    /** The gateways are used by many threads at once, and closed by the caller. */
    public CacheProfileReconciler(
            ReconcilerDependencies dependencies,
            RedisGateway gateway,
            ExternalGateway external,
            PasswordGenerator passwords,
            ServerTelemetry servers) {
        KubernetesClient client = dependencies.client();
        Settings settings = dependencies.settings();
        this.lifecycle = new ResourceLifecycle<>(this, dependencies, children);
        Clock clock = dependencies.clock();
        this.turns = new RedisTurns(gateway, clock);
        this.observer = new Observer(client, children, turns, clock, settings.clusterDomain());
        this.userSecrets = new UserSecretReader(client);
        BasicsValidator basics = new BasicsValidator(settings.clusterDomain(), settings.bounds());
        this.validator = new CacheProfileValidator(
                settings.redis().image(), settings.redis().podKeyPrefixes(), basics);
        this.statuses = new CacheProfileStatusFactory(settings.clusterDomain());
        this.credentials = new CredentialsResolver(passwords);
        this.admission =
                new Admission(client, new CacheProfilePlanner(settings.redis().runAs(), settings.ownNamespace()));
        this.migration = new PersistenceMigration(turns);
        this.applier = new ProfileApplier(dependencies, children, migration, turns, servers);
        this.paused = new PausedProfiles(observer, validator, servers, clock);
        this.check = new RedisCheck(turns, servers, new MissingPod(admission::missing));
        this.externals = new ExternalProfiles(
                dependencies, children, basics, new ExternalChecks(external, turns, clock), servers);
        this.conclusion = new Conclusion(client, clock, dependencies.tries());
    }

    @Override
    public List<EventSource<?, CacheProfile>> prepareEventSources(EventSourceContext<CacheProfile> context) {
        List<EventSource<?, CacheProfile>> sources = new ArrayList<>(children.watch(context, ChildKinds.ALL));
        sources.add(lifecycle.events());
        return sources;
    }

    @Override
    public UpdateControl<CacheProfile> reconcile(CacheProfile profile, Context<CacheProfile> context) {
        return lifecycle.reconcile(profile, context);
    }

    @Override
    public ResourceLifecycle.Result<CacheProfileStatus> reconcile(
            CacheProfile profile, PreviousStatus<CacheProfileStatus> before) {
        if (ExternalValidator.isExternal(profile)) {
            Observed observed = observer.observeObjects(profile); // reads the caches
            return conclusion.of(profile, before, externals.reconcile(profile, observed, before), observed.at());
        }
        return managed(profile, before);
    }

    private ResourceLifecycle.Result<CacheProfileStatus> managed(
            CacheProfile profile, PreviousStatus<CacheProfileStatus> before) {
        Observed observed = observer.observe(profile); // reads the caches, live what they lack, and asks Redis
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
                .warned(MemoryWarnings.of(observed.redis(), before).and(rotation.warnings())) // pure
                .warned(cuts.observe(profile.getMetadata().getUid(), observed.redis(), observed.at())); // remembers
        RedisReport report = statuses.managed(profile, before, outcome, observed); // pure
        Optional<Duration> again = rotation.again(observed.at(), Optional.empty(), outcome.causes());
        ProfileResult result = new ProfileResult(
                outcome, report, plan.flatMap(ProfilePlan::revision), RedisTurns.soonest(availability, again));
        return conclusion.of(profile, before, result, observed.at()); // marks the named workloads, and makes the status
    }

    @Override
    public CacheProfileStatus paused(CacheProfile profile, PreviousStatus<CacheProfileStatus> before) {
        return paused.status(profile, before); // asks Redis, and tells it nothing
    }

    @Override
    public CacheProfileStatus failed(CacheProfile profile, PreviousStatus<CacheProfileStatus> before, Cause cause) {
        return conclusion.failed(profile, before, cause);
    }

    @Override
    public MergeCleanup.MergeTargets targets(CacheProfile profile, PreviousStatus<CacheProfileStatus> before) {
        return MergeCleanup.MergeTargets.of(profile.getSpec().delivery(), before.delivered());
    }

    @Override
    public void forget(CacheProfile profile) {
        pause(profile);
        turns.forget(profile.getMetadata().getNamespace(), profile.getMetadata().getName());
        check.forget(ResourceKey.of(profile));
    }

    @Override
    public void pause(CacheProfile profile) {
        migration.forget(profile.getMetadata().getUid());
        conclusion.forget(profile);
        observer.forget(profile.getMetadata().getUid());
        cuts.forget(profile.getMetadata().getUid());
    }

    @Override
    public CacheProfile empty() {
        return new CacheProfile();
    }

    @Override
    public ErrorStatusUpdateControl<CacheProfile> updateErrorStatus(
            CacheProfile profile, Context<CacheProfile> context, Exception unexpected) {
        return lifecycle.failure(profile, context, unexpected);
    }
}
