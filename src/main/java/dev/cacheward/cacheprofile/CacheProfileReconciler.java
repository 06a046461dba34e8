package dev.cacheward.cacheprofile;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.CacheProfileStatus;
import dev.cacheward.cacheprofile.external.ExternalChecks;
import dev.cacheward.cacheprofile.external.ExternalProfiles;
import dev.cacheward.cacheprofile.hygiene.KeyHygiene;
import dev.cacheward.cacheprofile.managed.ManagedProfiles;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.plan.basics.BasicsValidator;
import dev.cacheward.cacheprofile.plan.external.ExternalValidator;
import dev.cacheward.cacheprofile.report.ProfileResult;
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
import dev.cacheward.status.Finding;
import dev.cacheward.status.PreviousStatus;
import dev.cacheward.telemetry.redis.ServerTelemetry;
import io.javaoperatorsdk.operator.api.config.informer.Informer;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.ErrorStatusUpdateControl;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

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
        implements Reconciler<CacheProfile>, ResourceLifecycle.Kind<CacheProfileStatus, CacheProfile>, AutoCloseable {
    private final EventSourceChildren<CacheProfile> children = new EventSourceChildren<>(OwnerKind.PROFILE);
    private final ResourceLifecycle<CacheProfileStatus, CacheProfile> lifecycle;
    private final RedisTurns turns;
    private final ManagedProfiles managed;
    private final ExternalProfiles externals;
    private final HealthMemory health = new HealthMemory();
    private final KeyHygiene hygiene;
    private final Conclusion conclusion;

    /** The gateways are used by many threads at once, and closed by the caller. */
    public CacheProfileReconciler(
            ReconcilerDependencies dependencies,
            RedisGateway gateway,
            ExternalGateway external,
            PasswordGenerator passwords,
            ServerTelemetry servers) {
        Settings settings = dependencies.settings();
        this.lifecycle = new ResourceLifecycle<>(this, dependencies, children);
        Clock clock = dependencies.clock();
        this.turns = new RedisTurns(gateway, clock);
        BasicsValidator basics = new BasicsValidator(settings.clusterDomain(), settings.bounds());
        this.managed = new ManagedProfiles(
                dependencies, children, basics, new ManagedProfiles.Servers(turns, servers), passwords);
        this.externals = new ExternalProfiles(
                dependencies, children, basics, new ExternalChecks(external, turns, clock), servers);
        this.hygiene = new KeyHygiene(gateway, dependencies.telemetry(), servers);
        this.conclusion = new Conclusion(dependencies.client(), clock, dependencies.tries());
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
        boolean external = ExternalValidator.isExternal(profile); // pure
        Observed observed = external
                ? managed.observeObjects(profile) // reads the caches
                : managed.observe(profile); // reads the caches, live what they lack, and asks Redis
        ProfileResult result = external
                ? externals.reconcile(profile, observed, before) // asks, validates, plans, applies
                : managed.reconcile(profile, observed, before); // validates, plans, applies, checks
        List<Finding> told = health.observe(
                profile.getMetadata().getUid(), result.vitals(), before, hygiene.lookups(profile)); // remembers
        ProfileResult complete =
                hygiene.complete(profile, observed, before, result.told(told)); // hands over work on keys
        return conclusion.of(
                profile, before, complete, observed.at()); // marks the named workloads, and makes the status
    }

    @Override
    public CacheProfileStatus paused(CacheProfile profile, PreviousStatus<CacheProfileStatus> before) {
        return managed.paused(profile, before); // asks Redis, and tells it nothing
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
        managed.forget(profile);
    }

    @Override
    public void pause(CacheProfile profile) {
        managed.pause(profile);
        health.forget(profile.getMetadata().getUid());
        hygiene.stop(profile);
        conclusion.forget(profile);
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

    /** Ends what is under way beside the reconciliations. */
    @Override
    public void close() {
        hygiene.close();
    }
}
