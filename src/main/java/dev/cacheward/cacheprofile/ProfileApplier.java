package dev.cacheward.cacheprofile;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.cacheprofile.model.Applied;
import dev.cacheward.cacheprofile.model.LastLook;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.PodState;
import dev.cacheward.cacheprofile.model.RolloutStep;
import dev.cacheward.cacheprofile.plan.CredentialsResolver;
import dev.cacheward.cacheprofile.plan.ProfilePlan;
import dev.cacheward.cacheprofile.render.PreflightRenderer;
import dev.cacheward.cacheprofile.render.ServerObjects;
import dev.cacheward.configmap.Deliveries;
import dev.cacheward.configmap.DeliveryOutcome;
import dev.cacheward.kubernetes.OrderedWrites;
import dev.cacheward.kubernetes.Writer;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.conf.RedisConf;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Optional;

/** Carries out a plan; everything that is written for a profile but its status is written here. */
final class ProfileApplier {
    private static final Cause OUT_OF_REACH = new Cause(
            Reason.SWITCHING_PERSISTENCE,
            "The persistence mode stays as it is until the running server can be asked to write its data in the form of"
                    + " the new one.");

    private final Writer writer;
    private final Deliveries deliveries;
    private final PersistenceMigration dataSwitch;

    ProfileApplier(KubernetesClient client, Writer writer, PersistenceMigration dataSwitch) {
        this.writer = writer;
        this.deliveries = new Deliveries(client, writer);
        this.dataSwitch = dataSwitch;
    }

    /** Writes what is planned; without a plan, nothing. */
    Applied apply(CacheProfile resource, Optional<ProfilePlan> plan, Observed observed, LastLook before) {
        dataSwitch.forgetUnlessPlanned(resource.getMetadata().getUid(), plan);
        return plan.map(found -> apply(resource, found, observed, before)).orElseGet(Applied::nothing);
    }

    private Applied apply(CacheProfile resource, ProfilePlan plan, Observed observed, LastLook before) {
        OrderedWrites writes = new OrderedWrites(writer, plan.profile().owner(), before.contested());
        DeliveryOutcome delivery =
                deliveries.write(resource, plan.deliveries(), before.delivered(), before.contested());
        Optional<Cause> supporting = writes.inOrder(plan.supporting());
        Optional<Cause> server = supporting
                .or(() -> plan.server().flatMap(step -> server(step, observed, writes)))
                .or(observed::hidden);
        boolean published = plan.server().isPresent() && supporting.isEmpty();
        Applied applied = new Applied(delivery, server, published);
        return supporting.isEmpty() ? remove(plan.leftovers(), applied) : applied;
    }

    /** What may not be removed is a trouble of that which it was part of. */
    private Applied remove(List<HasMetadata> leftovers, Applied applied) {
        Applied result = applied;
        for (HasMetadata leftover : leftovers) {
            if (!(leftover instanceof ConfigMap map)) {
                result = result.orServer(writer.delete(leftover));
            } else if (applied.delivery().frees(map)) {
                result = result.andDelivery(writer.delete(map));
            }
        }
        return result;
    }

    private Optional<Cause> server(ProfilePlan.ServerPlan plan, Observed observed, OrderedWrites writes) {
        List<HasMetadata> objects = plan.objects().inOrder();
        if (plan.step() instanceof RolloutStep.Hold hold) {
            return Optional.of(hold.cause());
        }
        if (plan.step() instanceof RolloutStep.Preflight preflight) {
            return preflight(plan.objects(), observed, writes).or(() -> Optional.of(preflight.cause()));
        }
        if (plan.step() instanceof RolloutStep.MigrateData) {
            return advance(plan, observed).or(() -> writes.inOrder(objects));
        }
        return writes.inOrder(objects);
    }

    /**
     * A pod cannot be changed once it exists, nor need it be: admission may have added to it, and one that tried out something
     * else is removed as a leftover, whose going brings the next look. What a namespace's quota and limits take is a pod of the
     * server's own size, and not always a smaller one.
     */
    private static Optional<Cause> preflight(ServerObjects objects, Observed observed, OrderedWrites writes) {
        if (observed.preflight().isPresent()) {
            return Optional.empty();
        }
        return writes.inOrder(List.of(objects.preflight()))
                .flatMap(small -> small.reason() == Reason.WRITE_REFUSED
                        ? writes.inOrder(
                                List.of(PreflightRenderer.asLargeAs(objects.statefulSet(), objects.preflight())))
                        : Optional.of(small))
                .filter(cause -> cause.reason() != Reason.AWAITING_DELETION);
    }

    /** A server that nobody can speak to has not brought its data into another form. */
    private Optional<Cause> advance(ProfilePlan.ServerPlan plan, Observed observed) {
        return running(plan, observed)
                .map(server -> dataSwitch.advance(server, plan.persistence()))
                .orElse(Optional.of(OUT_OF_REACH));
    }

    private static Optional<PersistenceMigration.Running> running(ProfilePlan.ServerPlan plan, Observed observed) {
        return observed.servingPod()
                .flatMap(PodState::address)
                .flatMap(ip -> CredentialsResolver.published(observed)
                        .map(credentials -> new PersistenceMigration.Running(
                                plan.profileUid(),
                                new RedisAddress(ip, RedisConf.PORT),
                                credentials,
                                CredentialsResolver.runningConfigCommand(observed, credentials))));
    }
}
