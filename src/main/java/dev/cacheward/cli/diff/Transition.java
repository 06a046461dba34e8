package dev.cacheward.cli.diff;

import dev.cacheward.cacheprofile.model.Credentials;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.ObservedRedis;
import dev.cacheward.cacheprofile.model.ObservedServer;
import dev.cacheward.cacheprofile.model.RolloutStep;
import dev.cacheward.cacheprofile.model.ValidatedProfile;
import dev.cacheward.cacheprofile.plan.CacheProfilePlanner;
import dev.cacheward.cacheprofile.plan.ProfilePlan;
import dev.cacheward.cacheprofile.render.StatefulSetRenderer;
import dev.cacheward.cli.diff.report.Way;
import dev.cacheward.redis.LiveChange;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.validation.Quote;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the server of a profile gets to what is wanted: the steps of the operator's planner, taken in thought.
 *
 * @param details as sentences
 */
record Transition(Way way, List<String> details) {
    /**
     * Follows the plan to its end. A trial of the change counts as passed.
     *
     * @param credentials of the server that is wanted
     */
    static Transition of(
            CacheProfilePlanner planner, ValidatedProfile wanted, Observed observed, Credentials credentials) {
        Optional<ProfilePlan.ServerPlan> first =
                planner.plan(wanted, observed, Optional.of(credentials)).flatMap(ProfilePlan::server);
        Optional<ProfilePlan.ServerPlan> then = first.filter(plan -> plan.step() instanceof RolloutStep.Preflight)
                .flatMap(plan -> planner.plan(wanted, tried(observed, plan), Optional.of(credentials))
                        .flatMap(ProfilePlan::server))
                .or(() -> first);
        return then.map(plan -> of(plan, observed)).orElseGet(() -> new Transition(Way.REFUSED, List.of()));
    }

    private static Transition of(ProfilePlan.ServerPlan plan, Observed observed) {
        RolloutStep step = plan.step();
        if (step instanceof RolloutStep.Live live) {
            return new Transition(Way.LIVE, told(live.change(), observed));
        }
        if (step instanceof RolloutStep.Resize resize) {
            List<String> details = new ArrayList<>(told(resize.first(), observed));
            details.add("The pod gets " + resize.to().asInPod() + ".");
            return new Transition(Way.RESIZE, details);
        }
        if (step instanceof RolloutStep.Hold hold) {
            return held(hold.cause(), observed);
        }
        if (step instanceof RolloutStep.Roll roll) {
            return new Transition(
                    Way.WARM, roll.step().cause().map(Cause::message).stream().toList());
        }
        return replaced(plan, step, observed);
    }

    private static Transition replaced(ProfilePlan.ServerPlan plan, RolloutStep step, Observed observed) {
        ObservedServer server = observed.server();
        if (server.statefulSet().isEmpty()) {
            return new Transition(Way.CREATE, List.of());
        }
        boolean same = StatefulSetRenderer.annotation(server.statefulSet().get(), StatefulSetRenderer.REVISION)
                .equals(plan.objects().revision());
        if (same) {
            return new Transition(Way.NONE, List.of());
        }
        if (step instanceof RolloutStep.MigrateData) {
            return new Transition(
                    Way.RESTART, List.of("First the data is written in the form that the new persistence mode reads."));
        }
        boolean serves = server.servingPod().isPresent();
        if (!serves) {
            return new Transition(Way.RESTART, List.of("No pod of it is ready at the moment."));
        }
        return new Transition(server.keepsData() ? Way.RESTART : Way.COLD, List.of());
    }

    private static Transition held(Cause cause, Observed observed) {
        boolean later = cause.reason() == Reason.PREFLIGHT && observed.redis() instanceof ObservedRedis.NotAsked;
        if (later) {
            return new Transition(
                    Way.LIVE,
                    List.of(
                            "The server was not asked, so it is not known whether its version takes every parameter while"
                                    + " it runs."));
        }
        return new Transition(
                cause.reason().isProgress() ? Way.UNKNOWN : Way.REFUSED,
                List.of(cause.reason().wire() + ": " + cause.message()));
    }

    /** Returns what a running server is told. The lines of users hold hashes of passwords. */
    private static List<String> told(LiveChange change, Observed observed) {
        List<String> told = new ArrayList<>();
        change.parameters()
                .forEach((name, value) -> told.add("CONFIG SET " + name + " " + Quote.of(value) + was(name, observed)));
        change.users().stream()
                .map(line -> line.split(" "))
                .filter(words -> words.length > 1)
                .forEach(words -> told.add("ACL SETUSER " + words[1] + " (rules or passwords)"));
        return told;
    }

    private static String was(String name, Observed observed) {
        return observed.redis() instanceof ObservedRedis.Answered answered
                        && answered.config().containsKey(name)
                ? " (now " + Quote.of(answered.config().get(name)) + ")"
                : "";
    }

    /** Returns the same after a trial of the change has passed. */
    private static Observed tried(Observed observed, ProfilePlan.ServerPlan plan) {
        Pod passed = new PodBuilder(plan.objects().preflight())
                .editMetadata()
                .addToAnnotations(
                        StatefulSetRenderer.FINGERPRINT, plan.objects().fingerprint())
                .endMetadata()
                .withNewStatus()
                .withPhase("Succeeded")
                .endStatus()
                .build();
        return new Observed(
                observed.look(),
                with(passed, observed.server()),
                observed.credentials(),
                observed.redis(),
                observed.volume(),
                observed.roll(),
                observed.optional(),
                observed.hidden());
    }

    private static ObservedServer with(Pod preflight, ObservedServer server) {
        return new ObservedServer(
                server.statefulSet(),
                server.service(),
                server.conf(),
                server.secret(),
                server.binding(),
                server.environment(),
                server.claim(),
                server.pods(),
                Optional.of(preflight),
                server.tls());
    }
}
