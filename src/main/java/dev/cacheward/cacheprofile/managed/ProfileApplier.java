package dev.cacheward.cacheprofile.managed;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.CacheProfileStatus;
import dev.cacheward.cacheprofile.model.Applied;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.Profile;
import dev.cacheward.cacheprofile.model.RolloutStep;
import dev.cacheward.cacheprofile.model.ServerDrift;
import dev.cacheward.cacheprofile.plan.ProfilePlan;
import dev.cacheward.cacheprofile.render.PreflightRenderer;
import dev.cacheward.cacheprofile.render.ServerObjects;
import dev.cacheward.cacheprofile.turns.RedisTurns;
import dev.cacheward.configmap.Deliveries;
import dev.cacheward.configmap.DeliveryOutcome;
import dev.cacheward.drift.Tries;
import dev.cacheward.kubernetes.Children;
import dev.cacheward.kubernetes.OrderedWrites;
import dev.cacheward.kubernetes.Owner;
import dev.cacheward.kubernetes.ResizeWriter;
import dev.cacheward.kubernetes.Writer;
import dev.cacheward.reconcile.ReconcilerDependencies;
import dev.cacheward.status.Cause;
import dev.cacheward.status.PreviousStatus;
import dev.cacheward.status.Reason;
import dev.cacheward.telemetry.ResourceKey;
import dev.cacheward.telemetry.redis.ServerTelemetry;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Optional;

/** Carries out a plan. It writes everything that a profile owns or delivers, but neither the status nor the restart marks. */
final class ProfileApplier {
    private static final String TRIAL =
            ". This is the trial, not the server: the preflight pod, which tries the change out before the server is replaced."
                    + " The server stays as it is until such a pod is admitted beside it (label"
                    + " app.kubernetes.io/component=preflight).";

    private final Writer writer;
    private final Deliveries deliveries;
    private final PersistenceMigration migration;
    private final LiveEdits edits;
    private final WarmRoll roll;
    private final PodResizes resizes;
    private final ServerTelemetry servers;

    /**
     * @param children the caches; every write is put into them
     * @param turns in which running servers are told something
     * @param servers is told what somebody has changed on one
     */
    ProfileApplier(
            ReconcilerDependencies dependencies,
            Children children,
            PersistenceMigration migration,
            RedisTurns turns,
            ServerTelemetry servers) {
        KubernetesClient client = dependencies.client();
        Tries tries = dependencies.tries();
        this.writer = new Writer(client, children, dependencies.telemetry(), tries);
        this.deliveries = new Deliveries(client, writer, children, tries, dependencies.telemetry());
        this.migration = migration;
        this.edits = new LiveEdits(turns);
        this.roll = new WarmRoll(turns);
        this.servers = servers;
        this.resizes = new PodResizes(writer, new ResizeWriter(client, children, tries));
    }

    /** Writes what is planned. Without a plan it writes nothing. */
    Applied apply(
            CacheProfile resource,
            Optional<ProfilePlan> plan,
            Observed observed,
            PreviousStatus<CacheProfileStatus> before) {
        migration.forgetUnlessPlanned(resource.getMetadata().getUid(), plan);
        return plan.map(found -> apply(resource, found, observed, before)).orElseGet(Applied::nothing);
    }

    private Applied apply(
            CacheProfile resource, ProfilePlan plan, Observed observed, PreviousStatus<CacheProfileStatus> before) {
        OrderedWrites writes = new OrderedWrites(writer, plan.profile().owner(), before.hasNameConflict());
        DeliveryOutcome delivery = deliveries.write(resource, plan.deliveries(), before);
        Optional<Cause> supporting = writes.inOrder(plan.supporting());
        Optional<Cause> server = supporting
                .or(() -> plan.server().flatMap(step -> server(step, plan.profile(), observed, writes)))
                .or(observed::hidden);
        plan.certificate().filter(files -> supporting.isEmpty()).ifPresent(files -> edits.renew(observed, files));
        boolean bindingWritten = plan.connection().isPresent() && supporting.isEmpty();
        DeliveryOutcome read = delivery.broughtAlso(bindingWritten && plan.returnsConnection());
        ServerDrift drift = server.map(cause -> plan.drift(observed).refused()).orElseGet(() -> plan.drift(observed));
        if (drift.isKnown()) {
            servers.drifted(ResourceKey.of(resource), drift.found());
        }
        Applied applied =
                new Applied(read, server.or(observed.server().tls().source()::obstacle), bindingWritten, drift);
        return supporting.isEmpty() ? remove(plan, applied) : applied;
    }

    /**
     * Deletes what is no longer wanted. A refused deletion counts as a cause of the delivery or of the server, whichever the
     * object belonged to.
     */
    private Applied remove(ProfilePlan plan, Applied applied) {
        Owner owner = plan.profile().owner();
        Applied result = applied;
        for (HasMetadata leftover : plan.leftovers()) {
            if (!(leftover instanceof ConfigMap map)) {
                result = result.orServer(writer.delete(leftover, owner));
            } else if (applied.delivery().frees(map)) {
                result = result.andDelivery(writer.delete(map, owner));
            }
        }
        return result;
    }

    private Optional<Cause> server(
            ProfilePlan.ServerPlan plan, Profile profile, Observed observed, OrderedWrites writes) {
        List<HasMetadata> objects = plan.objects().inOrder();
        if (plan.step() instanceof RolloutStep.Hold hold) {
            return Optional.of(hold.cause());
        }
        if (plan.step() instanceof RolloutStep.Preflight preflight) {
            return preflight(plan.objects(), observed, writes).or(() -> Optional.of(preflight.cause()));
        }
        if (plan.step() instanceof RolloutStep.MigrateData) {
            return migration
                    .advance(plan.profileUid(), observed, plan.persistence())
                    .or(() -> writes.inOrder(objects));
        }
        if (plan.step() instanceof RolloutStep.Roll step) {
            return writes.inOrder(objects).or(() -> roll.take(step.step(), profile, observed, writes));
        }
        if (plan.step() instanceof RolloutStep.Resize step) {
            return edits.apply(observed, step.first()).or(() -> Optional.of(resizes.ask(step, profile.owner())));
        }
        return tell(plan, profile, observed).or(() -> writes.inOrder(objects));
    }

    /** Tells the running server what the step says, if it says anything. */
    private Optional<Cause> tell(ProfilePlan.ServerPlan plan, Profile profile, Observed observed) {
        if (plan.step() instanceof RolloutStep.Live live) {
            return edits.apply(observed, live.change())
                    .or(() -> writer.annotate(live.pod(), plan.objects().marks(), profile.owner()));
        }
        return plan.step() instanceof RolloutStep.Correct correct
                ? edits.correct(observed, correct.correction())
                : Optional.empty();
    }

    /**
     * Creates the preflight pod if there is none. An existing one is never changed: a pod is immutable, and admission may have
     * added to it. A preflight of another change is deleted as a leftover, and the event of that starts the next
     * reconciliation. If the API server refuses the small pod, one of the server's own size is tried, since quota and limits of
     * a namespace may require it.
     */
    private static Optional<Cause> preflight(ServerObjects objects, Observed observed, OrderedWrites writes) {
        if (observed.server().preflight().isPresent()) {
            return Optional.empty();
        }
        return writes.inOrder(List.of(objects.preflight()))
                .flatMap(small -> small.reason() == Reason.WRITE_REFUSED
                        ? writes.inSecondForm(PreflightRenderer.asLargeAs(objects.statefulSet(), objects.preflight()))
                        : Optional.of(small))
                .filter(cause -> cause.reason() != Reason.AWAITING_DELETION)
                .map(ProfileApplier::ofTrial);
    }

    /** The server itself may well be admitted, so the message says which pod was refused. */
    private static Cause ofTrial(Cause cause) {
        return cause.reason() == Reason.WRITE_REFUSED ? new Cause(cause.reason(), cause.message() + TRIAL) : cause;
    }
}
