package dev.cacheward.cacheprofile.plan;

import dev.cacheward.api.v1alpha1.PersistenceMode;
import dev.cacheward.cacheprofile.model.Credentials;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.PodState;
import dev.cacheward.cacheprofile.model.Profile;
import dev.cacheward.cacheprofile.model.RolloutStep;
import dev.cacheward.cacheprofile.model.Server;
import dev.cacheward.cacheprofile.model.ServerDrift;
import dev.cacheward.cacheprofile.plan.drift.DriftPlanner;
import dev.cacheward.cacheprofile.render.ServerObjects;
import dev.cacheward.cacheprofile.render.StatefulSetRenderer;
import dev.cacheward.cacheprofile.report.PreflightVerdict;
import dev.cacheward.delivery.TargetKeys;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The objects to write for a profile, in order.
 *
 * @param profile the profile, with the persistence mode that is possible now
 * @param deliveries the keys for applications; they come first, since they need no Redis
 * @param connection the connection to publish; empty while the credentials are unknown
 * @param supporting the binding, Services and other objects that the server needs; they never wait for the server
 * @param server empty while the credentials are unknown
 * @param certificate the files with a certificate that the serving server is told; empty if it has them
 * @param leftovers objects of ours that are no longer wanted; they are deleted last, when their replacements are written
 */
public record ProfilePlan(
        Profile profile,
        List<TargetKeys> deliveries,
        Optional<PublishedConnection> connection,
        List<HasMetadata> supporting,
        Optional<ServerPlan> server,
        Optional<SortedMap<String, String>> certificate,
        List<HasMetadata> leftovers) {

    /**
     * The plan for the server itself.
     *
     * @param server the server with the persistence mode that is possible now
     * @param objects the objects of this server
     * @param step the next step of the rollout
     * @param active the name of the pod that applications reach
     */
    public record ServerPlan(
            String profileUid,
            Server server,
            Credentials credentials,
            ServerObjects objects,
            RolloutStep step,
            String active) {
        public PersistenceMode persistence() {
            return server.settings().persistence();
        }
    }

    /** Returns the revision of the connection to publish; empty if pods cannot be told by it. */
    public Optional<String> revision() {
        return connection.flatMap(PublishedConnection::known);
    }

    /** Returns what somebody has changed on the running server, until this plan is carried out. */
    public ServerDrift drift(Observed observed) {
        Optional<RolloutStep> step = server.map(ServerPlan::step);
        return step.filter(RolloutStep.Correct.class::isInstance)
                .map(correct -> ((RolloutStep.Correct) correct).drift())
                .or(() -> step.filter(RolloutStep.Apply.class::isInstance).map(apply -> DriftPlanner.known(observed)))
                .orElseGet(ServerDrift::unknown);
    }

    /** Whether the connection in a Secret is not what it should be until this plan is carried out. */
    public boolean returnsConnection() {
        return connection.filter(PublishedConnection::returned).isPresent();
    }

    /** Returns the optional objects that this plan does not name, a preflight that is no longer needed, and pods to be replaced. */
    static List<HasMetadata> leftovers(
            List<TargetKeys> deliveries, List<HasMetadata> others, Optional<ServerPlan> server, Observed observed) {
        Set<String> names = Stream.concat(
                        deliveries.stream().map(target -> "ConfigMap/" + target.configMap()),
                        others.stream().map(ProfilePlan::key))
                .collect(Collectors.toSet());
        List<HasMetadata> leftovers = new ArrayList<>(observed.optional().stream()
                .filter(object -> !names.contains(key(object)))
                .toList());
        observed.server()
                .preflight()
                .filter(pod -> server.filter(plan -> stillNeeded(plan, pod)).isEmpty()
                        || PreflightVerdict.isToBeMadeAgain(pod, observed.at()))
                .ifPresent(leftovers::add);
        leftovers.addAll(OutdatedPods.of(observed.server(), server));
        observed.server()
                .tls()
                .secret()
                .filter(secret -> !names.contains(key(secret)))
                .ifPresent(leftovers::add);
        observed.server().tls().abandoned().ifPresent(leftovers::add);
        return leftovers;
    }

    private static boolean stillNeeded(ServerPlan plan, Pod preflight) {
        return !(plan.step().reachesServer() || plan.step() instanceof RolloutStep.Roll)
                && PodState.annotation(preflight, StatefulSetRenderer.FINGERPRINT)
                        .equals(plan.objects().fingerprint());
    }

    private static String key(HasMetadata object) {
        return object.getKind() + "/" + object.getMetadata().getName();
    }
}
