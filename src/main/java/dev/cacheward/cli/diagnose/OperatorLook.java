package dev.cacheward.cli.diagnose;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.CacheProfileStatus;
import dev.cacheward.cli.cluster.OperatorFacts;
import dev.cacheward.cli.diagnose.report.Found;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether an operator looks after a profile.
 *
 * @param sentence for a person
 */
record OperatorLook(String sentence, List<Found> findings) {
    /** An operator that runs needs seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String ADVICE = "Look at the operator's Deployment and its log: kubectl get deployments -A -l"
            + " app.kubernetes.io/name=cacheward. Does it watch this namespace (CACHEWARD_NAMESPACES)?";

    static OperatorLook of(CacheProfile profile, OperatorFacts operator, Instant now) {
        List<Found> findings = new ArrayList<>();
        silence(profile, operator, now).ifPresent(findings::add);
        operator.deployment()
                .filter(found -> !operator.isReady())
                .map(OperatorLook::down)
                .ifPresent(findings::add);
        return new OperatorLook(
                sentence(operator, observed(profile), profile.getMetadata().getGeneration()), findings);
    }

    /** Returns why nobody has looked at the profile's present generation; empty if somebody has, or may still be about to. */
    private static Optional<Found> silence(CacheProfile profile, OperatorFacts operator, Instant now) {
        String namespace = profile.getMetadata().getNamespace();
        if (!operator.looksAfter(namespace)) {
            return Optional.of(finding(
                    "NamespaceNotWatched",
                    "The operator looks after the namespaces "
                            + String.join(", ", operator.settingsOrDefaults().namespaces()) + " only, and not after "
                            + namespace + "."));
        }
        long generation = profile.getMetadata().getGeneration();
        long observed = observed(profile);
        boolean late = Duration.between(edited(profile), now).compareTo(PATIENCE) > 0;
        return Optional.of(
                        observed < 0
                                ? "No operator has looked at this profile since it was made."
                                : "The status speaks of generation " + observed + ", and the spec is of generation "
                                        + generation + ": no operator has looked at the last edit.")
                .filter(silent -> observed < generation && late)
                .map(silent -> finding("OperatorSilent", silent));
    }

    private static Found down(Deployment operator) {
        return finding(
                "OperatorDown",
                "Deployment " + operator.getMetadata().getName() + " of namespace "
                        + operator.getMetadata().getNamespace()
                        + " has no pod that is ready, so nothing is looked after.");
    }

    private static String sentence(OperatorFacts operator, long observed, long generation) {
        String seen = observed < generation
                ? "has not looked at generation " + generation
                : "has looked at this generation (" + generation + ")";
        return seen
                + operator.deployment()
                        .map(found ->
                                "; it runs in namespace " + found.getMetadata().getNamespace())
                        .orElse(operator.visible() ? "; no Deployment of it is seen" : "");
    }

    private static long observed(CacheProfile profile) {
        return Optional.ofNullable(profile.getStatus())
                .map(CacheProfileStatus::observedGeneration)
                .orElse(-1L);
    }

    /** Returns when somebody wrote the resource last, and not its status. */
    private static Instant edited(CacheProfile profile) {
        return Optional.ofNullable(profile.getMetadata().getManagedFields()).orElse(List.of()).stream()
                .filter(entry -> entry.getSubresource() == null && entry.getTime() != null)
                .map(ManagedFieldsEntry::getTime)
                .map(Instant::parse)
                .max(Instant::compareTo)
                .orElseGet(() -> Instant.parse(profile.getMetadata().getCreationTimestamp()));
    }

    private static Found finding(String reason, String message) {
        return new Found(Found.Severity.ERROR, reason, message, ADVICE, Found.Source.NOW);
    }
}
