package dev.cacheward.ratelimitpolicy;

import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import dev.cacheward.api.v1alpha1.RateLimitPolicyStatus;
import dev.cacheward.configmap.DeliveryOutcome;
import dev.cacheward.configmap.MergeCleanup;
import dev.cacheward.delivery.BoundsCheck;
import dev.cacheward.delivery.RestartPlan;
import dev.cacheward.drift.Tries;
import dev.cacheward.kubernetes.EventSourceChildren;
import dev.cacheward.kubernetes.OwnerKind;
import dev.cacheward.kubernetes.ResourceAnnotations;
import dev.cacheward.kubernetes.Writer;
import dev.cacheward.reconcile.ReconcilerDependencies;
import dev.cacheward.reconcile.ResourceLifecycle;
import dev.cacheward.restart.RestartResult;
import dev.cacheward.restart.Restarts;
import dev.cacheward.status.Cause;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.PreviousStatus;
import dev.cacheward.status.Warnings;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the delivered limits of a policy up to date, and reports whether its profile serves it. {@link ResourceLifecycle} does
 * what comes before a reconciliation.
 */
@ControllerConfiguration(
        name = "ratelimitpolicy",
        fieldManager = Writer.FIELD_MANAGER,
        triggerReconcilerOnAllEvents = true,
        // Otherwise an edit that crosses a status write would count as a part of that write, and start no
        // reconciliation.
        informer = @Informer(comparableResourceVersions = false))
public final class RateLimitPolicyReconciler
        implements Reconciler<RateLimitPolicy>, ResourceLifecycle.Kind<RateLimitPolicyStatus, RateLimitPolicy> {
    private final EventSourceChildren<RateLimitPolicy> children = new EventSourceChildren<>(OwnerKind.POLICY);
    private final ResourceLifecycle<RateLimitPolicyStatus, RateLimitPolicy> lifecycle;
    private final Clock clock;
    private final Profiles profiles;
    private final RateLimitPolicyValidator validator;
    private final PolicyApplier applier;
    private final Restarts restarts;
    private final Tries tries;

    /** Makes a reconciler that can be registered. */
    public RateLimitPolicyReconciler(ReconcilerDependencies dependencies) {
        KubernetesClient client = dependencies.client();
        this.lifecycle = new ResourceLifecycle<>(this, dependencies, children);
        this.clock = dependencies.clock();
        this.profiles = new Profiles(client);
        this.validator = new RateLimitPolicyValidator(
                new BoundsCheck(dependencies.settings().bounds()));
        this.tries = dependencies.tries();
        Writer writer = new Writer(client, children, dependencies.telemetry(), tries);
        this.applier = new PolicyApplier(dependencies, writer, children);
        this.restarts = new Restarts(client, clock, tries);
    }

    @Override
    public List<EventSource<?, RateLimitPolicy>> prepareEventSources(EventSourceContext<RateLimitPolicy> context) {
        List<EventSource<?, RateLimitPolicy>> sources =
                new ArrayList<>(children.watch(context, List.of(ConfigMap.class, Secret.class)));
        sources.addAll(profiles.watch(context));
        sources.add(lifecycle.events());
        return sources;
    }

    @Override
    public UpdateControl<RateLimitPolicy> reconcile(RateLimitPolicy policy, Context<RateLimitPolicy> context) {
        return lifecycle.reconcile(policy, context);
    }

    @Override
    public ResourceLifecycle.Result<RateLimitPolicyStatus> reconcile(
            RateLimitPolicy policy, PreviousStatus<RateLimitPolicyStatus> before) {
        Instant looked = clock.instant();
        Optional<ProfileView> profile = profiles.find(policy); // reads
        ValidatedPolicy validated = validator.validate(policy); // pure
        Optional<LimiterConnection> connection = profiles.connection(policy); // reads the cache
        DeliveryOutcome delivery =
                applier.apply(policy, validated, connection, before); // writes the ConfigMaps and the Secret
        PolicyOutcome outcome = PolicyOutcome.of(
                policy, validated, delivery, profile, before.isTrue(ConditionType.PROFILE_RESOLVED)); // pure
        RestartPlan due = outcome.restarts(Optional.ofNullable(policy.getSpec().restart()), connection); // pure
        RestartResult restarted = restarts.apply(policy, due, looked); // reads and marks the named workloads
        Warnings warnings = restarted
                .warnings()
                .and(tries.warnings(policy.getMetadata().getUid())) // what others change
                .and(ResourceAnnotations.warnings(policy));
        RateLimitPolicyStatus status =
                RateLimitPolicyStatusFactory.status(policy, before, outcome.warned(warnings), clock.instant()); // pure
        return new ResourceLifecycle.Result<>(status, outcome.causes(), restarted.again());
    }

    @Override
    public RateLimitPolicyStatus paused(RateLimitPolicy policy, PreviousStatus<RateLimitPolicyStatus> before) {
        return RateLimitPolicyStatusFactory.paused(policy, before, clock.instant());
    }

    @Override
    public RateLimitPolicyStatus failed(
            RateLimitPolicy policy, PreviousStatus<RateLimitPolicyStatus> before, Cause cause) {
        return RateLimitPolicyStatusFactory.failed(policy, before, cause, clock.instant());
    }

    @Override
    public MergeCleanup.MergeTargets targets(RateLimitPolicy policy, PreviousStatus<RateLimitPolicyStatus> before) {
        return MergeCleanup.MergeTargets.of(policy.getSpec().delivery(), before.delivered());
    }

    @Override
    public void forget(RateLimitPolicy policy) {
        restarts.forget(policy);
    }

    @Override
    public RateLimitPolicy empty() {
        return new RateLimitPolicy();
    }

    @Override
    public ErrorStatusUpdateControl<RateLimitPolicy> updateErrorStatus(
            RateLimitPolicy policy, Context<RateLimitPolicy> context, Exception unexpected) {
        return lifecycle.failure(policy, context, unexpected);
    }
}
