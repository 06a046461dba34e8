package dev.cacheward.cacheprofile.plan.external;

import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.ProfileBasics;
import dev.cacheward.cacheprofile.plan.PublishedConnection;
import dev.cacheward.cacheprofile.render.BindingRenderer;
import dev.cacheward.cacheprofile.render.ClaimRenderer;
import dev.cacheward.delivery.TargetKeys;
import dev.cacheward.kubernetes.Labels;
import dev.cacheward.redis.Connection;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Secret;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides what is written for a profile whose Redis somebody else runs. */
public final class ExternalPlanner {
    /** So long a managed server goes on after a move, for applications that have not connected anew. */
    static final Duration LEAVING = Duration.ofMinutes(10);

    private ExternalPlanner() {}

    /** Returns where the published connection leads, seen from the one that a valid spec names. */
    public static Publication publication(ValidatedExternal.Valid valid, Observed observed) {
        return Publication.of(
                observed, Optional.of(binding(valid.profile(), valid.server().connection())));
    }

    /**
     * Returns the plan for a valid profile.
     *
     * @param managed all that belongs to a managed server, in the order in which it is deleted
     */
    public static ExternalPlan plan(
            ValidatedExternal.Valid valid, ExternalVerdict verdict, Observed observed, List<HasMetadata> managed) {
        Optional<PublishedConnection> connection = Optional.of(valid.server().connection())
                .filter(wanted -> verdict.publishes())
                .map(wanted -> published(valid.profile(), wanted, observed, !managed.isEmpty()));
        boolean left = connection.isPresent() && verdict.passes() && hasLeft(observed);
        List<HasMetadata> leftovers = new ArrayList<>(unwanted(valid.profile(), observed));
        leftovers.addAll(left ? managed : List.of());
        Optional<PersistentVolumeClaim> volume = observed.server()
                .claim()
                .map(claim -> ClaimRenderer.kept(valid.profile().owner(), valid.deletionPolicy(), claim));
        return new ExternalPlan(
                valid.profile(), connection, volume, leftovers, connection.isPresent() && !left && !managed.isEmpty());
    }

    /** Returns the plan for a profile of which it is not known where its Redis is: only the deliveries are written. */
    public static ExternalPlan withoutConnection(ProfileBasics profile, Observed observed) {
        return new ExternalPlan(profile, Optional.empty(), Optional.empty(), unwanted(profile, observed), false);
    }

    private static PublishedConnection published(
            ProfileBasics profile, Connection connection, Observed observed, boolean moving) {
        return PublishedConnection.of(
                binding(profile, connection),
                BindingRenderer.external(BindingRenderer.environment(profile, connection)),
                observed,
                profile.owner().uid(),
                moving);
    }

    private static Secret binding(ProfileBasics profile, Connection connection) {
        return BindingRenderer.external(BindingRenderer.binding(profile, connection));
    }

    /** Whether the connection of now was published long enough ago. */
    private static boolean hasLeft(Observed observed) {
        return observed.server()
                .binding()
                .map(secret -> secret.getMetadata().getAnnotations())
                .filter(annotations -> annotations.containsKey(Labels.EXTERNAL))
                .map(annotations -> annotations.get(Labels.PUBLISHED))
                .flatMap(ExternalPlanner::instant)
                .filter(since -> Duration.between(since, observed.at()).compareTo(LEAVING) >= 0)
                .isPresent();
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static List<HasMetadata> unwanted(ProfileBasics profile, Observed observed) {
        Set<String> wanted =
                profile.deliveries().stream().map(TargetKeys::configMap).collect(Collectors.toSet());
        return observed.optional().stream()
                .filter(ConfigMap.class::isInstance)
                .filter(map -> !wanted.contains(map.getMetadata().getName()))
                .toList();
    }
}
