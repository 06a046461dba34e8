package dev.cacheward.cli.diff;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import dev.cacheward.cli.cluster.OperatorFacts;
import dev.cacheward.cli.cluster.Reading;
import dev.cacheward.cli.cluster.Refusal;
import dev.cacheward.cli.cluster.Route;
import dev.cacheward.cli.diff.report.ResourceDiff;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.CustomResource;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Compares one resource with the cluster. */
final class Comparison {
    /** A resource that is not there yet has none; its objects cannot be there either. */
    private static final String NO_UID = "00000000-0000-0000-0000-000000000000";

    private final Reading reading;
    private final Route route;
    private final Clock clock;
    private final Trial trial;

    Comparison(Reading reading, Route route, Clock clock) {
        this.reading = reading;
        this.route = route;
        this.clock = clock;
        this.trial = new Trial(reading.client());
    }

    ResourceDiff profile(Class<CacheProfile> type, Manifest file) {
        OperatorFacts operator = OperatorFacts.read(reading);
        return compare(
                type,
                file,
                (live, edited) -> new ProfileDiff(reading, route, operator, clock.instant()).of(file, live, edited));
    }

    ResourceDiff policy(Class<RateLimitPolicy> type, Manifest file) {
        OperatorFacts operator = OperatorFacts.read(reading);
        return compare(
                type, file, (live, edited) -> new PolicyDiff(operator.settingsOrDefaults()).of(file, live, edited));
    }

    private <R extends CustomResource<?, ?>> ResourceDiff compare(
            Class<R> type, Manifest file, BiFunction<Optional<R>, R, ResourceDiff> diff) {
        Optional<R> live = reading.get(type, file.name(), "what " + file.resource() + " is now; it counts as new");
        Trial.Verdict<R> verdict = trial.of(type, file, live);
        if (verdict instanceof Trial.Verdict.Refused<R> refused) {
            return ResourceDiff.refused(file.resource(), file.file(), List.of(refused.why()));
        }
        R edited = verdict instanceof Trial.Verdict.Accepted<R> accepted
                ? accepted.resource()
                : unasked(type, file, live, (Trial.Verdict.NotAsked<R>) verdict);
        annotate(edited, file, live);
        return diff.apply(live, edited);
    }

    private <R extends HasMetadata> R unasked(
            Class<R> type, Manifest file, Optional<R> live, Trial.Verdict.NotAsked<R> verdict) {
        reading.refuse(new Refusal(
                verdict.right() + " " + HasMetadata.getFullResourceName(type) + " in namespace " + file.namespace(),
                "whether the API server would take the edit (its schema and webhooks)"));
        R edited = trial.read(type, file);
        edited.getMetadata().setUid(live.map(now -> now.getMetadata().getUid()).orElse(NO_UID));
        edited.getMetadata()
                .setGeneration(
                        live.map(now -> now.getMetadata().getGeneration() + 1).orElse(1L));
        return edited;
    }

    /** Annotations of the file count too: some of them ask the operator for something. */
    private static void annotate(HasMetadata edited, Manifest file, Optional<? extends HasMetadata> live) {
        Map<String, String> annotations = new HashMap<>(
                live.map(now -> now.getMetadata().getAnnotations()).orElse(Map.of()));
        file.document()
                .path("metadata")
                .path("annotations")
                .properties()
                .forEach(one -> annotations.put(one.getKey(), one.getValue().asString("")));
        edited.getMetadata().setAnnotations(annotations);
    }
}
