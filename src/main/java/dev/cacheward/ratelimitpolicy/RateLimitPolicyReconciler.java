package dev.cacheward.ratelimitpolicy;

import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import dev.cacheward.api.v1alpha1.RateLimitPolicyStatus;
import dev.cacheward.configmap.DeliveryOutcome;
import dev.cacheward.configmap.Farewell;
import dev.cacheward.delivery.RestartPlan;
import dev.cacheward.kubernetes.EventSourceChildren;
import dev.cacheward.kubernetes.Gap;
import dev.cacheward.kubernetes.Labels;
import dev.cacheward.kubernetes.Sight;
import dev.cacheward.kubernetes.Writer;
import dev.cacheward.reconcile.Answers;
import dev.cacheward.reconcile.Brake;
import dev.cacheward.reconcile.LookInterval;
import dev.cacheward.reconcile.Successors;
import dev.cacheward.reconcile.Surroundings;
import dev.cacheward.reconcile.WrittenStatuses;
import dev.cacheward.restart.RestartLook;
import dev.cacheward.restart.Restarts;
import dev.cacheward.status.Cause;
import dev.cacheward.telemetry.Telemetry;
import io.fabric8.kubernetes.api.model.ConfigMap;
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

/** Keeps a policy's delivered limits what the policy asks for, and tells whether its profile serves it. */
@ControllerConfiguration(
        name = "ratelimitpolicy",
        fieldManager = Writer.FIELD_MANAGER,
        triggerReconcilerOnAllEvents = true,
        // else an edit that comes while a status is written would pass for a part of that write, and bring no look
        informer = @Informer(comparableResourceVersions = false))
public final class RateLimitPolicyReconciler implements Reconciler<RateLimitPolicy> {
    private final EventSourceChildren<RateLimitPolicy> children = new EventSourceChildren<>(Labels.POLICY);
    private final Profiles profiles;
    private final PolicyApplier applier;
    private final Farewell farewell;
    private final Sight sight;
    private final Successors<RateLimitPolicy> successors = new Successors<>();
    private final Restarts restarts;
    private final LookInterval interval;
    private final Clock clock;
    private final WrittenStatuses<RateLimitPolicyStatus> statuses;
    private final Answers<RateLimitPolicyStatus, RateLimitPolicy> answers;

    /** Makes it ready to be registered. */
    public RateLimitPolicyReconciler(Surroundings surroundings) {
        KubernetesClient client = surroundings.client();
        Telemetry telemetry = surroundings.telemetry();
        this.profiles = new Profiles(client);
        this.clock = surroundings.clock();
        this.applier = new PolicyApplier(client, new Writer(client, children, telemetry), children);
        this.sight = new Sight(client, children);
        this.farewell = new Farewell(client, clock, telemetry);
        this.restarts = new Restarts(client, Labels.POLICY, clock);
        this.interval = new LookInterval(surroundings.settings().lookEvery());
        this.statuses = new WrittenStatuses<>(clock, telemetry);
        this.answers = new Answers<>(statuses, RateLimitPolicy::new);
    }

    @Override
    public List<EventSource<?, RateLimitPolicy>> prepareEventSources(EventSourceContext<RateLimitPolicy> context) {
        List<EventSource<?, RateLimitPolicy>> sources =
                new ArrayList<>(children.watch(context, List.of(ConfigMap.class)));
        sources.add(profiles.watch(context));
        sources.add(successors);
        return sources;
    }

    @Override
    public UpdateControl<RateLimitPolicy> reconcile(RateLimitPolicy policy, Context<RateLimitPolicy> context) {
        if (context.isPrimaryResourceDeleted()) {
            statuses.gone(policy);
            successors.expect(policy, context.getPrimaryCache()::get);
            return UpdateControl.noUpdate();
        }
        if (policy.isMarkedForDeletion()) {
            return leave(policy);
        }
        if (Brake.on(policy)) {
            return paused(policy);
        }
        return sight.gap(policy).map(gap -> blind(policy, gap)).orElseGet(() -> look(policy));
    }

    private UpdateControl<RateLimitPolicy> look(RateLimitPolicy policy) {
        LastLook before = LastLook.of(statuses.of(policy)); // pure
        Optional<ProfileView> profile = profiles.find(policy); // reads
        ValidatedPolicy validated = RateLimitPolicyValidator.validate(policy); // pure
        DeliveryOutcome delivery = applier.apply(policy, validated, before); // writes the ConfigMaps
        Outcome outcome = Outcome.of(policy, validated, delivery, profile, before); // pure
        RestartPlan due = outcome.restarts(Optional.ofNullable(policy.getSpec().restart())); // pure
        RestartLook restarted = restarts.apply(policy, due); // reads and marks the workloads that the spec names
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

    private UpdateControl<RateLimitPolicy> blind(RateLimitPolicy policy, Gap gap) {
        return answers.status(policy, gap.cause().map(cause -> failed(policy, cause)), gap.again());
    }

    private UpdateControl<RateLimitPolicy> leave(RateLimitPolicy policy) {
        LastLook before = LastLook.of(statuses.of(policy));
        Farewell.Memory memory =
                Farewell.Memory.of(Optional.ofNullable(policy.getSpec().delivery()), before.delivered());
        Optional<Duration> again = farewell.say(policy, memory); // what else holds it up is another's finalizer
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
