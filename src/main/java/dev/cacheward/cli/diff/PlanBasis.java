package dev.cacheward.cli.diff;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.cacheprofile.model.ChildNames;
import dev.cacheward.cacheprofile.plan.CacheProfilePlanner;
import dev.cacheward.cacheprofile.plan.CacheProfileValidator;
import dev.cacheward.cacheprofile.plan.basics.BasicsValidator;
import dev.cacheward.cli.cluster.OperatorFacts;
import dev.cacheward.runtime.RunAs;
import dev.cacheward.runtime.Settings;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.Optional;

/**
 * The operator's validators and planner, set up as the operator of the cluster has them.
 *
 * @param basics checks the part of a spec that does not depend on where the Redis is
 */
record PlanBasis(
        BasicsValidator basics, CacheProfileValidator validator, CacheProfilePlanner planner, Settings settings) {
    /**
     * Takes the settings from the operator's Deployment. Where that cannot be read, the server that runs tells the two that
     * matter most: the image of profiles that name none, and the user of the pods.
     *
     * @param live the profile as it is; empty if it is new
     */
    static PlanBasis of(OperatorFacts operator, Optional<CacheProfile> live, Optional<StatefulSet> server) {
        Settings settings = operator.settingsOrDefaults();
        BasicsValidator basics = new BasicsValidator(settings.clusterDomain(), settings.bounds());
        Optional<StatefulSet> told = server.filter(set -> operator.settings().isEmpty());
        String image = told.filter(set -> namesNoImage(live))
                .flatMap(PlanBasis::image)
                .orElse(settings.redis().image());
        RunAs runAs = told.map(PlanBasis::runAs).orElse(settings.redis().runAs());
        return new PlanBasis(
                basics,
                new CacheProfileValidator(settings.redis().withImage(image), basics),
                new CacheProfilePlanner(runAs, settings.ownNamespace()),
                settings);
    }

    private static boolean namesNoImage(Optional<CacheProfile> live) {
        return live.map(profile ->
                        CacheProfileValidator.managed(profile.getSpec()).image())
                .isEmpty();
    }

    private static Optional<String> image(StatefulSet server) {
        return server.getSpec().getTemplate().getSpec().getContainers().stream()
                .filter(container -> container.getName().equals(ChildNames.CONTAINER))
                .map(Container::getImage)
                .findFirst();
    }

    private static RunAs runAs(StatefulSet server) {
        return Optional.ofNullable(server.getSpec().getTemplate().getSpec().getSecurityContext())
                .map(PodSecurityContext::getRunAsUser)
                .<RunAs>map(RunAs.Uid::new)
                .orElseGet(RunAs.Platform::new);
    }
}
