package dev.cacheward.ratelimitpolicy;

import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import dev.cacheward.api.v1alpha1.RateLimitPolicyStatus;
import dev.cacheward.delivery.RestartPlan;
import dev.cacheward.delivery.Targets;
import dev.cacheward.kubernetes.Brake;
import dev.cacheward.kubernetes.DeliveryOutcome;
import dev.cacheward.kubernetes.EventSourceChildren;
import dev.cacheward.kubernetes.Farewell;
import dev.cacheward.kubernetes.Gap;
import dev.cacheward.kubernetes.InternalErrors;
import dev.cacheward.kubernetes.Labels;
import dev.cacheward.kubernetes.LookInterval;
import dev.cacheward.kubernetes.RestartLook;
import dev.cacheward.kubernetes.Restarts;
import dev.cacheward.kubernetes.Sight;
import dev.cacheward.kubernetes.Successors;
import dev.cacheward.kubernetes.Surroundings;
import dev.cacheward.kubernetes.Writer;
import dev.cacheward.kubernetes.WrittenStatuses;
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
            successors.expect(policy, context);
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
        return statuses.patch(policy, status, RateLimitPolicy::new)
                .map(UpdateControl::patchStatus)
                .orElseGet(UpdateControl::noUpdate)
                .rescheduleAfter(restarted.next(interval.next(policy, outcome.troubles())));
    }

    private UpdateControl<RateLimitPolicy> paused(RateLimitPolicy policy) {
        LastLook before = LastLook.of(statuses.of(policy));
        return statuses.patch(
                        policy,
                        RateLimitPolicyStatusFactory.paused(policy, before, clock.instant()),
                        RateLimitPolicy::new)
                .map(UpdateControl::patchStatus)
                .orElseGet(UpdateControl::noUpdate)
                .rescheduleAfter(interval.next(policy, List.of()));
    }

    private UpdateControl<RateLimitPolicy> blind(RateLimitPolicy policy, Gap gap) {
        LastLook before = LastLook.of(statuses.of(policy));
        return gap.cause()
                .map(cause -> RateLimitPolicyStatusFactory.failed(policy, before, cause, clock.instant()))
                .flatMap(status -> statuses.patch(policy, status, RateLimitPolicy::new))
                .map(UpdateControl::patchStatus)
                .orElseGet(UpdateControl::noUpdate)
                .rescheduleAfter(gap.again());
    }

    private UpdateControl<RateLimitPolicy> leave(RateLimitPolicy policy) {
        LastLook before = LastLook.of(statuses.of(policy));
        Farewell.Memory memory = new Farewell.Memory(
                Targets.merged(Optional.ofNullable(policy.getSpec().delivery())), before.delivered());
        Optional<Duration> again = farewell.say(policy, memory); // what else holds it up is another's finalizer
        return UpdateControl.<RateLimitPolicy>noUpdate()
                .rescheduleAfter(again.orElseGet(() -> interval.next(policy, List.of())));
    }

    @Override
    public ErrorStatusUpdateControl<RateLimitPolicy> updateErrorStatus(
            RateLimitPolicy policy, Context<RateLimitPolicy> context, Exception unexpected) {
        boolean statusRefused = statuses.forget(policy);
        if (InternalErrors.moot(policy, context)) {
            return ErrorStatusUpdateControl.<RateLimitPolicy>noStatusUpdate().withNoRetry();
        }
        if (statusRefused) {
            return ErrorStatusUpdateControl.noStatusUpdate();
        }
        LastLook before = LastLook.of(statuses.of(policy));
        return InternalErrors.lasting(context, unexpected)
                .map(cause -> RateLimitPolicyStatusFactory.failed(policy, before, cause, clock.instant()))
                .flatMap(status -> statuses.patch(policy, status, RateLimitPolicy::new))
                .map(ErrorStatusUpdateControl::patchStatus)
                .orElseGet(ErrorStatusUpdateControl::noStatusUpdate);
    }
}
