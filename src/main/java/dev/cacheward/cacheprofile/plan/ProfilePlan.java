package dev.cacheward.cacheprofile.plan;

import dev.cacheward.api.v1alpha1.PersistenceMode;
import dev.cacheward.cacheprofile.model.Credentials;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.PodState;
import dev.cacheward.cacheprofile.model.Profile;
import dev.cacheward.cacheprofile.model.RolloutStep;
import dev.cacheward.cacheprofile.model.Server;
import dev.cacheward.cacheprofile.render.ServerObjects;
import dev.cacheward.cacheprofile.render.StatefulSetRenderer;
import dev.cacheward.cacheprofile.report.PreflightVerdict;
import dev.cacheward.delivery.DeliveredKeys;
import dev.cacheward.delivery.TargetKeys;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is to be written for a profile, in order.
 *
 * @param profile what is planned for
 * @param deliveries first, since they need no Redis
 * @param surroundings what the server needs around it; never waits for the server
 * @param server empty while there are no credentials to make one with
 * @param leftovers ours, and no longer wanted; removed last, when what replaces them holds
 */
public record ProfilePlan(
        Profile profile,
        List<TargetKeys> deliveries,
        List<HasMetadata> supporting,
        Optional<ServerPlan> server,
        List<HasMetadata> leftovers) {

    /**
     * @param server in the form of data that can be kept now
     * @param objects rendered for it
     * @param step how they get there
     */
    public record ServerPlan(
            String profileUid, Server server, Credentials credentials, ServerObjects objects, RolloutStep step) {
        public PersistenceMode persistence() {
            return server.settings().persistence();
        }
    }

    static List<TargetKeys> deliveries(Profile profile) {
        return profile.targets().stream()
                .map(target -> new TargetKeys(
                        target, DeliveredKeys.ofTtls(profile.enabled(), profile.ttls(), target.formats())))
                .toList();
    }

    /** Of the optional objects that exist, those that this plan does not name; and a preflight that has served its purpose. */
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
        return leftovers;
    }

    private static boolean stillNeeded(ServerPlan plan, Pod preflight) {
        return !(plan.step() instanceof RolloutStep.Apply)
                && PodState.annotation(preflight, StatefulSetRenderer.FINGERPRINT)
                        .equals(plan.objects().fingerprint());
    }

    private static String key(HasMetadata object) {
        return object.getKind() + "/" + object.getMetadata().getName();
    }
}
