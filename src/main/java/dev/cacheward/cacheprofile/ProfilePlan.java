package dev.cacheward.cacheprofile;

import dev.cacheward.api.v1alpha1.Delivered;
import dev.cacheward.api.v1alpha1.DeliveryMode;
import dev.cacheward.api.v1alpha1.PersistenceMode;
import dev.cacheward.delivery.DeliveredKeys;
import dev.cacheward.delivery.Target;
import dev.cacheward.kubernetes.DeliveryMap;
import dev.cacheward.kubernetes.Labels;
import dev.cacheward.kubernetes.Owner;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * What is to be written for a profile, in order.
 *
 * @param profile what is planned for
 * @param deliveries first, since they need no Redis
 * @param surroundings what the server needs around it; never waits for the server
 * @param server empty while there are no credentials to make one with
 * @param leftovers ours, and no longer wanted; removed last, when what replaces them holds
 */
record ProfilePlan(
        Profile profile,
        List<ConfigMap> deliveries,
        List<HasMetadata> surroundings,
        Optional<ServerPlan> server,
        List<HasMetadata> leftovers) {

    /**
     * @param server in the form of data that can be kept now
     * @param objects rendered for it
     * @param step how they get there
     */
    record ServerPlan(
            String profileUid, Server server, Credentials credentials, ServerObjects objects, ServerStep step) {
        PersistenceMode persistence() {
            return server.settings().persistence();
        }
    }

    /** What the ConfigMaps hold when they are written. */
    List<Delivered> delivered() {
        return profile.targets().stream().map(this::delivered).toList();
    }

    private Delivered delivered(Target target) {
        SortedMap<String, String> keys = keys(profile, target);
        return new Delivered(
                target.configMap(),
                DeliveryMode.OWN,
                List.copyOf(target.formats()),
                keys.size(),
                DeliveredKeys.hash(keys));
    }

    static List<ConfigMap> deliveries(Profile profile) {
        return profile.targets().stream()
                .map(target -> delivery(profile, target))
                .toList();
    }

    private static ConfigMap delivery(Profile profile, Target target) {
        Owner owner = profile.owner();
        return DeliveryMap.own(owner, Labels.PROFILE, target.configMap(), keys(profile, target));
    }

    private static SortedMap<String, String> keys(Profile profile, Target target) {
        return DeliveredKeys.ofTtls(profile.enabled(), profile.ttls(), target.formats());
    }

    /** Of the optional objects that exist, those that this plan does not name; and a preflight that has served its purpose. */
    static List<HasMetadata> leftovers(List<HasMetadata> wanted, Optional<ServerPlan> server, Observed observed) {
        Set<String> names = wanted.stream().map(ProfilePlan::key).collect(Collectors.toSet());
        List<HasMetadata> leftovers = new ArrayList<>(observed.optional().stream()
                .filter(object -> !names.contains(key(object)))
                .toList());
        observed.preflight()
                .filter(pod -> server.filter(plan -> stillNeeded(plan, pod)).isEmpty())
                .ifPresent(leftovers::add);
        return leftovers;
    }

    private static boolean stillNeeded(ServerPlan plan, Pod preflight) {
        return !(plan.step() instanceof ServerStep.Apply)
                && !Preflight.interrupted(preflight)
                && Pods.annotation(preflight, StatefulSetRenderer.FINGERPRINT)
                        .equals(plan.objects().fingerprint());
    }

    private static String key(HasMetadata object) {
        return object.getKind() + "/" + object.getMetadata().getName();
    }
}
