package dev.cacheward.ratelimitpolicy;

import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import dev.cacheward.api.v1alpha1.RateLimitPolicyStatus;
import dev.cacheward.configmap.DeliveryOutcome;
import dev.cacheward.configmap.MergeCleanup;
import dev.cacheward.delivery.RestartPlan;
import dev.cacheward.kubernetes.CacheSync;
import dev.cacheward.kubernetes.CacheSync.UnsyncedCache;
import dev.cacheward.kubernetes.EventSourceChildren;
import dev.cacheward.kubernetes.OwnerKind;
import dev.cacheward.kubernetes.ResourceAnnotations;
import dev.cacheward.kubernetes.Writer;
import dev.cacheward.reconcile.ReconcileInterval;
import dev.cacheward.reconcile.ReconcilerDependencies;
import dev.cacheward.reconcile.RecreatedResourceEventSource;
import dev.cacheward.reconcile.StatusCache;
import dev.cacheward.reconcile.StatusUpdates;
import dev.cacheward.restart.RestartResult;
import dev.cacheward.restart.Restarts;
import dev.cacheward.status.Cause;
import dev.cacheward.telemetry.Telemetry;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.KubernetesClient;
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

/** Keeps a policy's delivered limits what the policy asks for, and tells whether its profile serves it. */
@ControllerConfiguration(
        name = "ratelimitpolicy",
        fieldManager = Writer.FIELD_MANAGER,
        triggerReconcilerOnAllEvents = true)
public final class RateLimitPolicyReconciler implements Reconciler<RateLimitPolicy> {
    private final EventSourceChildren<RateLimitPolicy> children = new EventSourceChildren<>(OwnerKind.POLICY);
    private final Profiles profiles;
    private final PolicyApplier applier;
    private final MergeCleanup cleanup;
    private final CacheSync cacheSync;
    private final RecreatedResourceEventSource<RateLimitPolicy> recreated = new RecreatedResourceEventSource<>();
    private final Restarts restarts;
    private final ReconcileInterval interval;
    private final Clock clock;
    private final StatusCache<RateLimitPolicyStatus> statuses;
    private final StatusUpdates<RateLimitPolicyStatus, RateLimitPolicy> answers;

    /** Makes it ready to be registered. */
    public RateLimitPolicyReconciler(ReconcilerDependencies dependencies) {
        KubernetesClient client = dependencies.client();
        Telemetry telemetry = dependencies.telemetry();
        this.profiles = new Profiles(client);
        this.clock = dependencies.clock();
        this.applier = new PolicyApplier(client, new Writer(client, children, telemetry), children);
        this.cacheSync = new CacheSync(client, children);
        this.cleanup = new MergeCleanup(client, clock, telemetry);
        this.restarts = new Restarts(client, clock);
        this.interval = new ReconcileInterval(dependencies.settings().reconcileInterval());
        this.statuses = new StatusCache<>(clock, telemetry);
        this.answers = new StatusUpdates<>(statuses, RateLimitPolicy::new);
    }

    @Override
    public List<EventSource<?, RateLimitPolicy>> prepareEventSources(EventSourceContext<RateLimitPolicy> context) {
        List<EventSource<?, RateLimitPolicy>> sources =
                new ArrayList<>(children.watch(context, List.of(ConfigMap.class)));
        sources.add(profiles.watch(context));
        sources.add(recreated);
        return sources;
    }

    @Override
    public UpdateControl<RateLimitPolicy> reconcile(RateLimitPolicy policy, Context<RateLimitPolicy> context) {
        if (context.isPrimaryResourceDeleted()) {
            statuses.gone(policy);
            recreated.expect(policy, context.getPrimaryCache()::get);
            return UpdateControl.noUpdate();
        }
        if (policy.isMarkedForDeletion()) {
            return leave(policy);
        }
        if (ResourceAnnotations.paused(policy)) {
            return paused(policy);
        }
        return cacheSync
                .unsynced(policy)
                .map(unsynced -> blind(policy, unsynced))
                .orElseGet(() -> look(policy));
    }

    private UpdateControl<RateLimitPolicy> look(RateLimitPolicy policy) {
        LastLook before = LastLook.of(statuses.of(policy)); // pure
        Optional<ProfileView> profile = profiles.find(policy); // reads
        ValidatedPolicy validated = RateLimitPolicyValidator.validate(policy); // pure
        DeliveryOutcome delivery = applier.apply(policy, validated, before); // writes the ConfigMaps
        PolicyOutcome outcome = PolicyOutcome.of(policy, validated, delivery, profile, before); // pure
        RestartPlan due = outcome.restarts(Optional.ofNullable(policy.getSpec().restart())); // pure
        RestartResult restarted = restarts.apply(policy, due); // reads and marks the workloads that the spec names
        RateLimitPolicyStatus status = RateLimitPolicyStatusFactory.status(
                policy, before, outcome.warned(restarted.warnings()), clock.instant()); // pure
        Duration next = restarted.next(interval.next(policy, outcome.troubles()));
        return answers.status(policy, Optional.of(status), next);
    }

    private UpdateControl<RateLimitPolicy> paused(RateLimitPolicy policy) {
        LastLook before = LastLook.of(statuses.of(policy));
        RateLimitPolicyStatus status = RateLimitPolicyStatusFactory.paused(policy, before, clock.instant());
        return answers.status(policy, Optional.of(status), interval.next(policy, List.of()));
    }

    private UpdateControl<RateLimitPolicy> blind(RateLimitPolicy policy, UnsyncedCache unsynced) {
        return answers.status(policy, unsynced.cause().map(cause -> failed(policy, cause)), unsynced.again());
    }

    private UpdateControl<RateLimitPolicy> leave(RateLimitPolicy policy) {
        LastLook before = LastLook.of(statuses.of(policy));
        MergeCleanup.MergeTargets targets = MergeCleanup.MergeTargets.of(
                Optional.ofNullable(policy.getSpec().delivery()), before.delivered());
        Optional<Duration> again = cleanup.cleanup(policy, targets); // what else holds it up is another's finalizer
        return UpdateControl.<RateLimitPolicy>noUpdate()
                .rescheduleAfter(again.orElseGet(() -> interval.next(policy, List.of())));
    }

    @Override
    public ErrorStatusUpdateControl<RateLimitPolicy> updateErrorStatus(
            RateLimitPolicy policy, Context<RateLimitPolicy> context, Exception unexpected) {
        return answers.failure(policy, context, unexpected, cause -> failed(policy, cause));
    }

    private RateLimitPolicyStatus failed(RateLimitPolicy policy, Cause cause) {
        return RateLimitPolicyStatusFactory.failed(policy, LastLook.of(statuses.of(policy)), cause, clock.instant());
    }
}
