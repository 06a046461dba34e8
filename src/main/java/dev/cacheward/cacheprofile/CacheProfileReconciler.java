package dev.cacheward.cacheprofile;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.CacheProfileStatus;
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
import dev.cacheward.redis.PasswordGenerator;
import dev.cacheward.redis.RedisGateway;
import dev.cacheward.restart.RestartLook;
import dev.cacheward.restart.Restarts;
import dev.cacheward.runtime.Settings;
import dev.cacheward.status.Cause;
import dev.cacheward.telemetry.ResourceKey;
import dev.cacheward.telemetry.Telemetry;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
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

/** Keeps a profile's Redis, its connection and its delivered TTLs what the profile asks for. */
@ControllerConfiguration(
        name = "cacheprofile",
        fieldManager = Writer.FIELD_MANAGER,
        triggerReconcilerOnAllEvents = true,
        // else an edit that comes while a status is written would pass for a part of that write, and bring no look
        informer = @Informer(comparableResourceVersions = false))
public final class CacheProfileReconciler implements Reconciler<CacheProfile> {
    private final EventSourceChildren<CacheProfile> children = new EventSourceChildren<>(Labels.PROFILE);
    private final Clock clock;
    private final WrittenStatuses<CacheProfileStatus> statuses;
    private final Answers<CacheProfileStatus, CacheProfile> answers;
    private final LookInterval interval;
    private final Observer observer;
    private final UserSecretReader userSecrets;
    private final CacheProfileValidator validator;
    private final CredentialsResolver credentials;
    private final CacheProfilePlanner planner;
    private final DataSwitch dataSwitch;
    private final ProfileApplier applier;
    private final ServerCheck check;
    private final Farewell farewell;
    private final Sight sight;
    private final Successors<CacheProfile> successors = new Successors<>();
    private final Restarts restarts;

    /** @param gateway used by many threads at once; closed by its owner */
    public CacheProfileReconciler(Surroundings surroundings, RedisGateway gateway, PasswordGenerator passwords) {
        KubernetesClient client = surroundings.client();
        Settings settings = surroundings.settings();
        Telemetry telemetry = surroundings.telemetry();
        this.clock = surroundings.clock();
        this.statuses = new WrittenStatuses<>(clock, telemetry);
        this.answers = new Answers<>(statuses, CacheProfile::new);
        this.interval = new LookInterval(settings.lookEvery());
        this.observer = new Observer(client, children, clock);
        this.userSecrets = new UserSecretReader(client);
        this.validator = new CacheProfileValidator(settings.redisImage());
        this.credentials = new CredentialsResolver(passwords);
        this.dataSwitch = new DataSwitch(gateway);
        this.planner = new CacheProfilePlanner(settings.runAs(), settings.ownNamespace());
        this.applier = new ProfileApplier(client, new Writer(client, children, telemetry), dataSwitch);
        this.sight = new Sight(client, children);
        this.farewell = new Farewell(client, clock, telemetry);
        this.check = new ServerCheck(gateway, telemetry);
        this.restarts = new Restarts(client, Labels.PROFILE, clock);
    }

    @Override
    public List<EventSource<?, CacheProfile>> prepareEventSources(EventSourceContext<CacheProfile> context) {
        List<EventSource<?, CacheProfile>> sources = new ArrayList<>(children.watch(
                context,
                List.of(
                        StatefulSet.class,
                        Pod.class,
                        Secret.class,
                        ConfigMap.class,
                        Service.class,
                        ServiceAccount.class,
                        PersistentVolumeClaim.class,
                        NetworkPolicy.class)));
        sources.add(successors);
        return sources;
    }

    @Override
    public UpdateControl<CacheProfile> reconcile(CacheProfile profile, Context<CacheProfile> context) {
        if (context.isPrimaryResourceDeleted()) {
            statuses.gone(profile);
            dataSwitch.forget(profile.getMetadata().getUid());
            successors.expect(profile, context.getPrimaryCache()::get);
            return UpdateControl.noUpdate();
        }
        if (profile.isMarkedForDeletion()) {
            return leave(profile);
        }
        if (Brake.on(profile)) {
            return paused(profile);
        }
        return sight.gap(profile).map(gap -> blind(profile, gap)).orElseGet(() -> look(profile));
    }

    private UpdateControl<CacheProfile> look(CacheProfile profile) {
        LastLook before = LastLook.of(statuses.of(profile)); // pure
        Observed observed = observer.observe(profile); // reads the caches, and live what they lack
        UserSecret userSecret = userSecrets.read(profile); // reads
        ValidatedProfile validated = validator.validate(profile, observed); // pure
        Optional<Credentials> passwords = credentials.resolve(observed, userSecret); // random where one is missing
        Optional<ProfilePlan> plan = planner.plan(validated, observed, passwords); // pure
        Applied applied =
                applier.apply(profile, plan, observed, before); // writes what is delivered and the profile's own
        Optional<Expectation> expected = Expectation.of(before, plan, applied, observed); // pure
        Optional<Availability> availability = check.check(ResourceKey.of(profile), observed, expected); // asks Redis
        Outcome outcome = Outcome.of(validated, userSecret, applied, availability); // pure
        RestartPlan due = outcome.restarts(Optional.ofNullable(profile.getSpec().restart())); // pure
        RestartLook restarted = restarts.apply(profile, due); // reads and marks the workloads that the spec names
        CacheProfileStatus status = CacheProfileStatusFactory.status(
                profile, before, outcome.warned(restarted.warnings()), clock.instant()); // pure
        Duration next = restarted.next(interval.next(profile, outcome.troubles()));
        return answers.status(profile, Optional.of(status), next);
    }

    private UpdateControl<CacheProfile> paused(CacheProfile profile) {
        dataSwitch.forget(profile.getMetadata().getUid());
        LastLook before = LastLook.of(statuses.of(profile));
        CacheProfileStatus status = CacheProfileStatusFactory.paused(profile, before, clock.instant());
        return answers.status(profile, Optional.of(status), interval.next(profile, List.of()));
    }

    private UpdateControl<CacheProfile> blind(CacheProfile profile, Gap gap) {
        return answers.status(profile, gap.cause().map(cause -> failed(profile, cause)), gap.again());
    }

    private UpdateControl<CacheProfile> leave(CacheProfile profile) {
        LastLook before = LastLook.of(statuses.of(profile));
        Farewell.Memory memory =
                Farewell.Memory.of(Optional.ofNullable(profile.getSpec().delivery()), before.delivered());
        Optional<Duration> again = farewell.say(profile, memory); // what else holds it up is another's finalizer
        return UpdateControl.<CacheProfile>noUpdate()
                .rescheduleAfter(again.orElseGet(() -> interval.next(profile, List.of())));
    }

    @Override
    public ErrorStatusUpdateControl<CacheProfile> updateErrorStatus(
            CacheProfile profile, Context<CacheProfile> context, Exception unexpected) {
        return answers.failure(profile, context, unexpected, cause -> failed(profile, cause));
    }

    private CacheProfileStatus failed(CacheProfile profile, Cause cause) {
        return CacheProfileStatusFactory.failed(profile, LastLook.of(statuses.of(profile)), cause, clock.instant());
    }
}
