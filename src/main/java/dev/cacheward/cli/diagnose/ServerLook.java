package dev.cacheward.cli.diagnose;

import dev.cacheward.api.v1alpha1.Auth;
import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.Persistence;
import dev.cacheward.api.v1alpha1.PersistenceMode;
import dev.cacheward.cacheprofile.model.ChildNames;
import dev.cacheward.cacheprofile.model.ObservedServer;
import dev.cacheward.cacheprofile.plan.CacheProfileValidator;
import dev.cacheward.cacheprofile.plan.CredentialsResolver;
import dev.cacheward.cacheprofile.plan.external.ExternalValidator;
import dev.cacheward.cacheprofile.plan.rotation.KnownPasswords;
import dev.cacheward.cli.diagnose.report.Found;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Optional;

/** Looks at the Redis of a profile: at its objects, and then at what it answers. */
final class ServerLook {
    private final Means means;
    private final int keys;

    /** @param keys how many to look at; 0: none */
    ServerLook(Means means, int keys) {
        this.means = means;
        this.keys = keys;
    }

    /**
     * What came out.
     *
     * @param causes why applications cannot use it
     * @param more what else was found
     * @param route how it was reached; empty if it was not asked
     * @param pod that was looked at; empty for a Redis of somebody else, or without one
     */
    record Result(
            List<Cause> causes,
            List<Found> more,
            Interview.Answers answers,
            Optional<String> route,
            Optional<Pod> pod) {
        /** Returns the result of a server that was not asked. */
        static Result unasked(Optional<Cause> cause, Optional<Pod> pod) {
            return new Result(cause.stream().toList(), List.of(), Interview.Answers.none(), Optional.empty(), pod);
        }

        private static Result of(Asked asked, Interview.Answers answers, List<Found> more, Optional<Pod> pod) {
            return new Result(answers.failure().stream().toList(), more, answers, Optional.of(asked.route()), pod);
        }
    }

    Result look(CacheProfile profile, ObservedServer server, List<Event> events) {
        Optional<Cause> unpublished = unpublished(profile, server);
        if (ExternalValidator.isExternal(profile)) {
            return server.binding()
                    .flatMap(secret -> ForeignServer.of(means, profile, secret))
                    .map(asked -> Result.of(
                            asked, new Interview(means, true, "", keys).hold(asked), List.of(), Optional.empty()))
                    .orElseGet(() -> Result.unasked(unpublished, Optional.empty()));
        }
        PodVerdict verdict = PodVerdict.of(server, events, means.clock().instant());
        if (verdict.pod().isEmpty() || verdict.cause().isPresent()) {
            return Result.unasked(verdict.cause(), verdict.pod());
        }
        Pod pod = verdict.pod().get();
        return ManagedServer.asApplication(means.route(), server, pod)
                .map(asked -> ask(profile, server, asked))
                .orElseGet(() -> Result.unasked(unpublished, verdict.pod()));
    }

    private Result ask(CacheProfile profile, ObservedServer server, ManagedServer application) {
        Interview interview = new Interview(means, maySlowLog(profile), mode(profile), keys);
        Interview.Answers answers = interview.hold(application);
        boolean refused = answers.failure()
                .filter(cause -> cause.reason() == Reason.AUTH_FAILED)
                .isPresent();
        Optional<Interview.Answers> asOperator = CredentialsResolver.runningCredentials(server)
                .filter(known -> refused)
                .map(known -> interview.figures(application.as(known.operatorLogin()), answers.failure()));
        return Result.of(
                application,
                asOperator.orElse(answers),
                refused ? wrongPassword(profile, server) : List.of(),
                Optional.of(application.pod()));
    }

    /** Tells whether it is the Secret that is wrong, if the caller may see what the server was given. */
    private static List<Found> wrongPassword(CacheProfile profile, ObservedServer server) {
        KnownPasswords known = KnownPasswords.of(server);
        boolean edited = known.users().isPresent()
                && known.binding()
                        .filter(password -> !known.told().contains(password.sha256()))
                        .isPresent();
        return edited
                ? List.of(new Found(
                        Found.Severity.ERROR,
                        "SecretEdited",
                        "The password in Secret " + names(profile).redis()
                                + " is none that the server was given: somebody has edited the Secret.",
                        "An operator that runs writes it back within seconds. Restart the pods of the application that have"
                                + " read it meanwhile.",
                        Found.Source.NOW))
                : List.of();
    }

    /** Returns why nothing can be asked: there is no connection that applications could read. */
    private Optional<Cause> unpublished(CacheProfile profile, ObservedServer server) {
        String secret = names(profile).redis();
        boolean hidden = means.reading().refusals().stream()
                .anyMatch(refusal -> refusal.right().startsWith("get secrets/" + secret + " "));
        return server.binding().isPresent() || hidden
                ? Optional.empty()
                : Optional.of(new Cause(
                        Reason.SECRET_NOT_FOUND,
                        "There is no Secret " + secret
                                + " of this profile, from which applications read the connection."));
    }

    private static boolean maySlowLog(CacheProfile profile) {
        return Optional.ofNullable(
                        CacheProfileValidator.managed(profile.getSpec()).auth())
                .map(Auth::allowedCommands)
                .orElse(List.of())
                .stream()
                .anyMatch(command -> command.equalsIgnoreCase("SLOWLOG") || command.equalsIgnoreCase("SLOWLOG|GET"));
    }

    private static String mode(CacheProfile profile) {
        return Optional.ofNullable(
                        CacheProfileValidator.managed(profile.getSpec()).persistence())
                .map(Persistence::mode)
                .map(PersistenceMode::name)
                .map(name -> switch (name) {
                    case "APPEND_ONLY" -> "AppendOnly";
                    case "SNAPSHOT" -> "Snapshot";
                    default -> "None";
                })
                .orElse("None");
    }

    private static ChildNames names(CacheProfile profile) {
        return new ChildNames(profile.getMetadata().getName());
    }
}
