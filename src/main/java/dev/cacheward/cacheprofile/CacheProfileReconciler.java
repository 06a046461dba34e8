package dev.cacheward.cacheprofile;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.CacheProfileStatus;
import dev.cacheward.kubernetes.EventSourceChildren;
import dev.cacheward.kubernetes.InternalErrors;
import dev.cacheward.kubernetes.Labels;
import dev.cacheward.kubernetes.LookInterval;
import dev.cacheward.kubernetes.Surroundings;
import dev.cacheward.kubernetes.Writer;
import dev.cacheward.kubernetes.WrittenStatuses;
import dev.cacheward.redis.PasswordGenerator;
import dev.cacheward.redis.RedisGateway;
import dev.cacheward.runtime.Settings;
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
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.ErrorStatusUpdateControl;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Keeps a profile's Redis, its connection and its delivered TTLs what the profile asks for. */
@ControllerConfiguration(name = "cacheprofile", fieldManager = Writer.FIELD_MANAGER)
public final class CacheProfileReconciler implements Reconciler<CacheProfile> {
    private final EventSourceChildren<CacheProfile> children = new EventSourceChildren<>(Labels.PROFILE);
    private final Clock clock;
    private final WrittenStatuses<CacheProfileStatus> statuses;
    private final LookInterval interval;
    private final Observer observer;
    private final UserSecretReader userSecrets;
    private final CacheProfileValidator validator;
    private final CredentialsResolver credentials;
    private final CacheProfilePlanner planner;
    private final ProfileApplier applier;
    private final ServerCheck check;

    /** @param gateway used by many threads at once; closed by its owner */
    public CacheProfileReconciler(Surroundings surroundings, RedisGateway gateway, PasswordGenerator passwords) {
        KubernetesClient client = surroundings.client();
        Settings settings = surroundings.settings();
        Telemetry telemetry = surroundings.telemetry();
        this.clock = surroundings.clock();
        this.statuses = new WrittenStatuses<>(CacheProfileStatus::conditions, clock, telemetry);
        this.interval = new LookInterval(settings.lookEvery());
        this.observer = new Observer(children, clock);
        this.userSecrets = new UserSecretReader(client);
        this.validator = new CacheProfileValidator(settings.redisImage());
        this.credentials = new CredentialsResolver(passwords);
        this.planner = new CacheProfilePlanner(settings.runAs(), settings.ownNamespace());
        this.applier = new ProfileApplier(new Writer(client, children, telemetry), new DataSwitch(gateway));
        this.check = new ServerCheck(gateway, telemetry);
    }

    @Override
    public List<EventSource<?, CacheProfile>> prepareEventSources(EventSourceContext<CacheProfile> context) {
        return children.watch(
                context,
                List.of(
                        StatefulSet.class,
                        Pod.class,
                        Secret.class,
                        ConfigMap.class,
                        Service.class,
                        ServiceAccount.class,
                        PersistentVolumeClaim.class,
                        NetworkPolicy.class));
    }

    @Override
    public UpdateControl<CacheProfile> reconcile(CacheProfile profile, Context<CacheProfile> context) {
        LastLook before = LastLook.of(statuses.of(profile)); // pure
        Observed observed = observer.observe(profile); // reads the caches
        UserSecret userSecret = userSecrets.read(profile); // reads
        ValidatedProfile validated = validator.validate(profile, observed); // pure
        Optional<Credentials> passwords = credentials.resolve(observed, userSecret); // random where one is missing
        Optional<ProfilePlan> plan = planner.plan(validated, observed, passwords); // pure
        Applied applied = applier.apply(plan, observed, before.contested()); // the only writes but for the status
        Optional<Expectation> expected = Expectation.of(before, plan, applied, observed); // pure
        Optional<Availability> availability = check.look(observed, expected); // asks Redis
        Outcome outcome = Outcome.of(validated, userSecret, applied, availability); // pure
        CacheProfileStatus status = CacheProfileStatusFactory.status(profile, before, outcome, clock.instant()); // pure
        return statuses.patch(profile, status, CacheProfile::new)
                .map(UpdateControl::patchStatus)
                .orElseGet(UpdateControl::noUpdate)
                .rescheduleAfter(interval.next(profile, outcome.against()));
    }

    @Override
    public ErrorStatusUpdateControl<CacheProfile> updateErrorStatus(
            CacheProfile profile, Context<CacheProfile> context, Exception unexpected) {
        statuses.forget(profile);
        LastLook before = LastLook.of(statuses.of(profile));
        return InternalErrors.lasting(context)
                .map(cause -> CacheProfileStatusFactory.failed(profile, before, cause, clock.instant()))
                .flatMap(status -> statuses.patch(profile, status, CacheProfile::new))
                .map(ErrorStatusUpdateControl::patchStatus)
                .orElseGet(ErrorStatusUpdateControl::noStatusUpdate);
    }
}
