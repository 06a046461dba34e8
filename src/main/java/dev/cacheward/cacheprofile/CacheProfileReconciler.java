package dev.cacheward.cacheprofile;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.CacheProfileStatus;
import dev.cacheward.cacheprofile.model.Applied;
import dev.cacheward.cacheprofile.model.Availability;
import dev.cacheward.cacheprofile.model.Credentials;
import dev.cacheward.cacheprofile.model.LastLook;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.UserSecret;
import dev.cacheward.cacheprofile.model.ValidatedProfile;
import dev.cacheward.cacheprofile.plan.CacheProfilePlanner;
import dev.cacheward.cacheprofile.plan.CacheProfileValidator;
import dev.cacheward.cacheprofile.plan.CredentialsResolver;
import dev.cacheward.cacheprofile.plan.ExpectedServer;
import dev.cacheward.cacheprofile.plan.ProfilePlan;
import dev.cacheward.cacheprofile.report.CacheProfileStatusFactory;
import dev.cacheward.cacheprofile.report.ProfileOutcome;
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
import dev.cacheward.redis.PasswordGenerator;
import dev.cacheward.redis.client.RedisGateway;
import dev.cacheward.restart.RestartResult;
import dev.cacheward.restart.Restarts;
import dev.cacheward.runtime.Settings;
import dev.cacheward.status.Cause;
import dev.cacheward.telemetry.ResourceKey;
import dev.cacheward.telemetry.Telemetry;
import dev.cacheward.telemetry.redis.ServerTelemetry;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
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

/** Keeps a profile's Redis, its connection and its delivered TTLs what the profile asks for. */
@ControllerConfiguration(
        name = "cacheprofile",
        fieldManager = Writer.FIELD_MANAGER,
        triggerReconcilerOnAllEvents = true)
public final class CacheProfileReconciler implements Reconciler<CacheProfile> {
    private final EventSourceChildren<CacheProfile> children = new EventSourceChildren<>(OwnerKind.PROFILE);
    private final Clock clock;
    private final StatusCache<CacheProfileStatus> statuses;
    private final StatusUpdates<CacheProfileStatus, CacheProfile> answers;
    private final ReconcileInterval interval;
    private final Observer observer;
    private final UserSecretReader userSecrets;
    private final CacheProfileValidator validator;
    private final CredentialsResolver credentials;
    private final CacheProfilePlanner planner;
    private final PersistenceMigration dataSwitch;
    private final ProfileApplier applier;
    private final RedisCheck check;
    private final MergeCleanup cleanup;
    private final CacheSync cacheSync;
    private final RecreatedResourceEventSource<CacheProfile> recreated = new RecreatedResourceEventSource<>();
    private final Restarts restarts;

    /** @param gateway used by many threads at once; closed by its owner */
    public CacheProfileReconciler(
            ReconcilerDependencies dependencies,
            RedisGateway gateway,
            PasswordGenerator passwords,
            ServerTelemetry servers) {
        KubernetesClient client = dependencies.client();
        Settings settings = dependencies.settings();
        Telemetry telemetry = dependencies.telemetry();
        this.clock = dependencies.clock();
        this.statuses = new StatusCache<>(clock, telemetry);
        this.answers = new StatusUpdates<>(statuses, CacheProfile::new);
        this.interval = new ReconcileInterval(settings.reconcileInterval());
        this.observer = new Observer(client, children, clock);
        this.userSecrets = new UserSecretReader(client);
        this.validator = new CacheProfileValidator(settings.redisImage());
        this.credentials = new CredentialsResolver(passwords);
        this.dataSwitch = new PersistenceMigration(gateway);
        this.planner = new CacheProfilePlanner(settings.runAs(), settings.ownNamespace());
        this.applier = new ProfileApplier(client, new Writer(client, children, telemetry), dataSwitch);
        this.cacheSync = new CacheSync(client, children);
        this.cleanup = new MergeCleanup(client, clock, telemetry);
        this.check = new RedisCheck(gateway, servers);
        this.restarts = new Restarts(client, clock);
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
        sources.add(recreated);
        return sources;
    }

    @Override
    public UpdateControl<CacheProfile> reconcile(CacheProfile profile, Context<CacheProfile> context) {
        if (context.isPrimaryResourceDeleted()) {
            statuses.gone(profile);
            dataSwitch.forget(profile.getMetadata().getUid());
            recreated.expect(profile, context.getPrimaryCache()::get);
            return UpdateControl.noUpdate();
        }
        if (profile.isMarkedForDeletion()) {
            return leave(profile);
        }
        if (ResourceAnnotations.paused(profile)) {
            return paused(profile);
        }
        return cacheSync
                .unsynced(profile)
                .map(unsynced -> blind(profile, unsynced))
                .orElseGet(() -> look(profile));
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
        Optional<ExpectedServer> expected = ExpectedServer.of(before, plan, applied, observed); // pure
        Optional<Availability> availability = check.check(ResourceKey.of(profile), observed, expected); // asks Redis
        ProfileOutcome outcome = ProfileOutcome.of(validated, userSecret, applied, availability); // pure
        RestartPlan due = outcome.restarts(Optional.ofNullable(profile.getSpec().restart())); // pure
        RestartResult restarted = restarts.apply(profile, due); // reads and marks the workloads that the spec names
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

    private UpdateControl<CacheProfile> blind(CacheProfile profile, UnsyncedCache unsynced) {
        return answers.status(profile, unsynced.cause().map(cause -> failed(profile, cause)), unsynced.again());
    }

    private UpdateControl<CacheProfile> leave(CacheProfile profile) {
        LastLook before = LastLook.of(statuses.of(profile));
        MergeCleanup.MergeTargets targets = MergeCleanup.MergeTargets.of(
                Optional.ofNullable(profile.getSpec().delivery()), before.delivered());
        Optional<Duration> again = cleanup.cleanup(profile, targets); // what else holds it up is another's finalizer
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
