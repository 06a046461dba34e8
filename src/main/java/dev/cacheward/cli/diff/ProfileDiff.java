package dev.cacheward.cli.diff;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.RestartTarget;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.ObservedServer;
import dev.cacheward.cacheprofile.model.UserSecret;
import dev.cacheward.cacheprofile.plan.ProfilePlan;
import dev.cacheward.cacheprofile.plan.external.ExternalValidator;
import dev.cacheward.cli.cluster.OperatorFacts;
import dev.cacheward.cli.cluster.Reading;
import dev.cacheward.cli.cluster.Route;
import dev.cacheward.cli.cluster.ServerReader;
import dev.cacheward.cli.diff.report.FieldChange;
import dev.cacheward.cli.diff.report.ObjectChange;
import dev.cacheward.cli.diff.report.ResourceDiff;
import dev.cacheward.cli.diff.report.Way;
import dev.cacheward.validation.Problem;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out what an edit of a profile does. */
final class ProfileDiff {
    private final Reading reading;
    private final Route route;
    private final OperatorFacts operator;
    private final Instant now;

    ProfileDiff(Reading reading, Route route, OperatorFacts operator, Instant now) {
        this.reading = reading;
        this.route = route;
        this.operator = operator;
        this.now = now;
    }

    /** The profile as it is and as it would be, and what is known of its server. */
    private record Edit(Optional<CacheProfile> live, CacheProfile edited, PlanBasis basis, Observed observed) {}

    /** @param edited as the API server would have it */
    ResourceDiff of(Manifest file, Optional<CacheProfile> live, CacheProfile edited) {
        CacheProfile now = live.orElse(edited);
        ServerReader reader =
                new ServerReader(reading, operator.settingsOrDefaults().clusterDomain(), this.now);
        int before = reading.refusals().size();
        ObservedServer server = reader.server(now);
        boolean hidden = reading.refusals().stream()
                .skip(before)
                .anyMatch(refusal -> refusal.right().startsWith("get secrets/"));
        PlanBasis basis = PlanBasis.of(operator, live, server.statefulSet());
        List<HasMetadata> optional = reader.optional(now);
        ServerState state = new ServerState(route, this.now);
        Observed observed = state.observe(edited, server, optional);
        if (hidden && live.isPresent() && !ExternalValidator.isExternal(now)) {
            ObservedServer assumed =
                    AssumedServer.of(basis.planner(), basis.validator().validate(now, observed), observed);
            observed = new ServerState(new NoRoute(), this.now).observe(edited, assumed, optional);
        }
        return of(file, new Edit(live, edited, basis, observed), hidden);
    }

    private ResourceDiff of(Manifest file, Edit edit, boolean hidden) {
        ProfileView after = ProfileView.of(edit.basis(), edit.edited(), edit.observed(), reading);
        if (!after.problems().isEmpty()) {
            return ResourceDiff.refused(
                    file.resource(),
                    file.file(),
                    after.problems().stream().map(Problem::toString).toList());
        }
        Optional<ProfileView> before =
                edit.live().map(live -> ProfileView.of(edit.basis(), live, edit.observed(), reading));
        Optional<Transition> transition = transition(edit, after);
        return new ResourceDiff(
                file.resource(),
                file.file(),
                List.of(),
                spec(edit),
                transition.map(Transition::way),
                transition.map(Transition::details).orElse(List.of()),
                objects(before, after, transition),
                restarts(edit, before, after),
                notes(before, after, hidden));
    }

    /** Of a server that stays as it is nothing is written. */
    private static List<ObjectChange> objects(
            Optional<ProfileView> before, ProfileView after, Optional<Transition> transition) {
        boolean stays = transition.filter(way -> way.way() == Way.REFUSED).isPresent();
        return ObjectChanges.between(before.map(ProfileView::objects).orElse(List.of()), after.objects()).stream()
                .filter(change -> !stays
                        || change.object().contains("ConfigMap/")
                                && !change.object().endsWith("-redis-conf"))
                .toList();
    }

    private static List<FieldChange> spec(Edit edit) {
        return FieldChanges.between(
                "spec",
                edit.live().map(CacheProfile::getSpec).orElse(null),
                edit.edited().getSpec(),
                false);
    }

    private static Optional<Transition> transition(Edit edit, ProfileView after) {
        boolean was = edit.live().map(ExternalValidator::isExternal).orElse(false);
        if (ExternalValidator.isExternal(edit.edited())) {
            return was ? Optional.empty() : Optional.of(new Transition(Way.MOVE, List.of()));
        }
        if (after.password() instanceof UserSecret.Unusable unusable) {
            return Optional.of(
                    new Transition(Way.REFUSED, List.of(unusable.cause().message())));
        }
        return after.validated()
                .flatMap(valid -> after.credentials()
                        .map(known -> Transition.of(edit.basis().planner(), valid, edit.observed(), known)))
                .or(() -> Optional.of(new Transition(Way.REFUSED, obstacle(edit))));
    }

    private static List<String> obstacle(Edit edit) {
        return edit
                .observed()
                .server()
                .tls()
                .source()
                .obstacle()
                .map(cause -> cause.reason().wire() + ": " + cause.message())
                .stream()
                .toList();
    }

    private static List<String> restarts(Edit edit, Optional<ProfileView> before, ProfileView after) {
        boolean keys = before.isPresent()
                && !ObjectChanges.between(
                                ProfileView.maps(before.get().deliveries()), ProfileView.maps(after.deliveries()))
                        .isEmpty();
        boolean connection = before.flatMap(ProfileView::plan)
                .flatMap(ProfilePlan::revision)
                .filter(revision -> !after.plan().flatMap(ProfilePlan::revision).equals(Optional.of(revision)))
                .isPresent();
        return keys || connection ? names(edit.edited().getSpec().restart()) : List.of();
    }

    /** Returns the workloads of a spec; none if it names none. */
    static List<String> names(List<RestartTarget> restart) {
        return Optional.ofNullable(restart).orElse(List.of()).stream()
                .map(target -> target.kind().wire() + "/" + target.name())
                .toList();
    }

    private static List<String> notes(Optional<ProfileView> before, ProfileView after, boolean hidden) {
        List<String> known = before.map(view -> view.warnings().texts()).orElse(List.of());
        List<String> notes = new ArrayList<>(after.warnings().texts().stream()
                .filter(text -> !known.contains(text))
                .map(text -> "Warning: " + text)
                .toList());
        if (hidden) {
            notes.add(
                    "The Secrets of the profile may not be read, so the server is taken to be as the spec in the cluster says.");
        }
        return notes;
    }
}
