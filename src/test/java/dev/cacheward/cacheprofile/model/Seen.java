package dev.cacheward.cacheprofile.model;

import dev.cacheward.cacheprofile.plan.ProfilePlan;
import dev.cacheward.cacheprofile.render.ServerObjects;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts together what an observer would have seen. */
public final class Seen {
    public static final Instant NOW = Instant.parse("2025-06-01T12:00:00Z");

    private final List<Pod> pods = new ArrayList<>();
    private final List<HasMetadata> optional = new ArrayList<>();
    private Optional<StatefulSet> statefulSet = Optional.empty();
    private Optional<Secret> serverSecret = Optional.empty();
    private Optional<Secret> binding = Optional.empty();
    private Optional<Secret> environment = Optional.empty();
    private Optional<PersistentVolumeClaim> claim = Optional.empty();
    private Optional<Pod> preflight = Optional.empty();

    private Seen() {}

    public static Seen nothing() {
        return new Seen();
    }

    /** All that a plan writes, with a pod of it that serves. */
    public static Seen serving(ProfilePlan plan) {
        return serving(
                plan,
                plan.surroundings().stream()
                        .filter(object -> object instanceof Secret)
                        .map(Secret.class::cast)
                        .findFirst());
    }

    /** The same with what became of the Secret with the connection. */
    public static Seen serving(ProfilePlan plan, Optional<Secret> binding) {
        ServerObjects objects = plan.server().orElseThrow().objects();
        Seen seen = new Seen();
        seen.statefulSet = Optional.of(objects.statefulSet());
        seen.serverSecret = Optional.of(objects.secret());
        seen.binding = binding;
        seen.claim = objects.claim();
        seen.pods.add(Phases.ready(Phases.podOf(objects.statefulSet())));
        return seen;
    }

    Seen statefulSet(StatefulSet seen) {
        statefulSet = Optional.of(seen);
        return this;
    }

    public Seen serverSecret(Secret seen) {
        serverSecret = Optional.of(seen);
        return this;
    }

    public Seen binding(Secret seen) {
        binding = Optional.of(seen);
        return this;
    }

    public Seen environment(Secret seen) {
        environment = Optional.of(seen);
        return this;
    }

    public Seen claim(PersistentVolumeClaim seen) {
        claim = Optional.of(seen);
        return this;
    }

    public Seen preflight(Pod seen) {
        preflight = Optional.of(seen);
        return this;
    }

    public Seen optional(HasMetadata seen) {
        optional.add(seen);
        return this;
    }

    /** These pods of the server, and no other. */
    public Seen pods(Pod... seen) {
        pods.clear();
        pods.addAll(List.of(seen));
        return this;
    }

    public Observed observed() {
        return new Observed(
                NOW,
                statefulSet,
                serverSecret,
                binding,
                environment,
                claim,
                List.copyOf(pods),
                preflight,
                List.copyOf(optional),
                Optional.empty());
    }
}
