package dev.cacheward.cacheprofile.plan;

import dev.cacheward.cacheprofile.model.Credentials;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.PodState;
import dev.cacheward.cacheprofile.model.Profile;
import dev.cacheward.cacheprofile.model.RolloutStep;
import dev.cacheward.cacheprofile.model.Server;
import dev.cacheward.cacheprofile.model.ValidatedProfile;
import dev.cacheward.cacheprofile.plan.roll.Moves;
import dev.cacheward.cacheprofile.plan.roll.RollPlan;
import dev.cacheward.cacheprofile.plan.rotation.KnownPasswords;
import dev.cacheward.cacheprofile.plan.tls.CertificatePlanner;
import dev.cacheward.cacheprofile.render.BindingRenderer;
import dev.cacheward.cacheprofile.render.NetworkRenderer;
import dev.cacheward.cacheprofile.render.PodRenderer;
import dev.cacheward.cacheprofile.render.PublishedSecret;
import dev.cacheward.cacheprofile.render.ServerObjects;
import dev.cacheward.cacheprofile.render.StatefulSetRenderer;
import dev.cacheward.delivery.TargetKeys;
import dev.cacheward.redis.Connection;
import dev.cacheward.redis.Password;
import dev.cacheward.redis.conf.Rendering;
import dev.cacheward.runtime.RunAs;
import dev.cacheward.status.Cause;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Decides what is written for a valid profile. */
public final class CacheProfilePlanner {
    private final PodRenderer pods;
    private final NetworkRenderer network;
    private final LivePlanner live;

    public CacheProfilePlanner(RunAs runAs, Optional<String> operatorNamespace) {
        this.pods = new PodRenderer(runAs);
        this.network = new NetworkRenderer(operatorNamespace);
        this.live = new LivePlanner(pods);
    }

    /**
     * Returns the plan; empty for an invalid profile, for which only the status is written.
     *
     * @param credentials empty while they are unknown; then the server stays as it is
     */
    public Optional<ProfilePlan> plan(
            ValidatedProfile validated, Observed observed, Optional<Credentials> credentials) {
        return plan(validated, observed, credentials, Optional.empty());
    }

    /** @param refused why the server must stay as it is, although its next step could be taken */
    public Optional<ProfilePlan> plan(
            ValidatedProfile validated, Observed observed, Optional<Credentials> credentials, Optional<Cause> refused) {
        return validated instanceof ValidatedProfile.Valid valid
                ? Optional.of(plan(valid.profile(), observed, credentials, refused))
                : Optional.empty();
    }

    private ProfilePlan plan(
            Profile wanted, Observed observed, Optional<Credentials> credentials, Optional<Cause> refused) {
        Profile profile = wanted.withServer(Moves.of(RolloutPlanner.serverFor(wanted.server(), observed), observed));
        List<TargetKeys> deliveries = profile.deliveries();
        Optional<ProfilePlan.ServerPlan> server = credentials
                .map(known -> unfinished(profile, observed).orElse(known))
                .map(known -> server(profile, observed, known, refused));
        Optional<PublishedConnection> connection =
                server.filter(step -> isReady(observed)).map(step -> connection(profile, step.credentials(), observed));
        List<HasMetadata> supporting = new ArrayList<>(CertificatePlanner.objects(profile, observed));
        connection.ifPresent(published -> supporting.addAll(List.of(published.binding(), published.environment())));
        supporting.addAll(network.objects(
                profile,
                server.map(ProfilePlan.ServerPlan::active)
                        .or(() -> observed.server().activePod())
                        .orElseGet(() -> profile.names().pod()),
                CertificatePlanner.encrypts(profile, observed)));
        return new ProfilePlan(
                profile,
                deliveries,
                connection,
                supporting,
                server,
                CertificatePlanner.toTell(profile, observed),
                ProfilePlan.leftovers(deliveries, supporting, server, observed));
    }

    /**
     * Returns what the server was told by an operator that ended before it had written all of it. That is finished first: what
     * comes next is told to a server whose objects say what it is.
     */
    private Optional<Credentials> unfinished(Profile profile, Observed observed) {
        return OutdatedPods.serving(observed.server())
                .map(pod -> PodState.annotation(pod, StatefulSetRenderer.REVISION))
                .flatMap(told -> observed.credentials()
                        .filter(running -> Stream.of(Rendering.values())
                                .map(rendering ->
                                        profile.withServer(profile.server().withRendering(rendering)))
                                .anyMatch(written -> objects(written, running, observed)
                                        .revision()
                                        .equals(told))));
    }

    /** Applications keep the connection to a Redis of somebody else until the server that takes its place is ready. */
    private static boolean isReady(Observed observed) {
        return !PublishedSecret.leadsElsewhere(observed.server())
                || observed.server().servingPod().isPresent();
    }

    private static PublishedConnection connection(Profile profile, Credentials credentials, Observed observed) {
        Password password = passwordToPublish(credentials.application(), observed);
        Connection connection = profile.connection(password, CertificatePlanner.published(profile, observed));
        return PublishedConnection.of(
                BindingRenderer.binding(profile.basics(), connection),
                BindingRenderer.environment(profile.basics(), connection),
                observed,
                profile.owner().uid(),
                password.equals(credentials.application())
                        && !credentials.rotation().past().isEmpty());
    }

    /**
     * Returns the password for the applications' Secrets: the wanted one as soon as the server takes it, else the one that it was
     * given. If that is in neither Secret any more, the applications get the wanted one at once, and until the server has it the
     * check reports that it does not work.
     */
    private static Password passwordToPublish(Password wanted, Observed observed) {
        KnownPasswords known = KnownPasswords.of(observed.server());
        boolean taken = known.users().isEmpty()
                || known.told().contains(wanted.sha256())
                        && OutdatedPods.serving(observed.server()).isEmpty();
        return taken ? wanted : known.inForce().orElse(wanted);
    }

    private ProfilePlan.ServerPlan server(
            Profile profile, Observed observed, Credentials credentials, Optional<Cause> refused) {
        Wanted wanted = wanted(profile, credentials, observed);
        RolloutStep step = refused.<RolloutStep>map(RolloutStep.Hold::new)
                .orElseGet(() -> RolloutPlanner.next(wanted.objects(), wanted.server(), wanted.live(), observed));
        RollPlan roll = RollPlan.of(wanted.objects(), profile.server(), step, observed);
        return new ProfilePlan.ServerPlan(
                profile.owner().uid(), profile.server(), credentials, roll.objects(), roll.step(), roll.active());
    }

    /**
     * The objects to write.
     *
     * @param server in the rendering of the objects
     * @param live how the running server gets there; empty if that takes a new process, or if it is there
     */
    private record Wanted(ServerObjects objects, Server server, Optional<RolloutStep> live) {}

    /** Returns the objects in the rendering that the running server has, if it need not be replaced. */
    private Wanted wanted(Profile profile, Credentials credentials, Observed observed) {
        Profile latest = profile.withServer(profile.server().withRendering(Rendering.CURRENT));
        Wanted current = new Wanted(objects(latest, credentials, observed), latest.server(), Optional.empty());
        return observed.server()
                .statefulSet()
                .map(live -> StatefulSetRenderer.annotation(live, StatefulSetRenderer.REVISION))
                .filter(running -> !running.equals(current.objects().revision()))
                .flatMap(running -> Stream.of(Rendering.values())
                        .flatMap(rendering -> running(
                                running,
                                profile.withServer(profile.server().withRendering(rendering)),
                                credentials,
                                observed)
                                .stream())
                        .findFirst())
                .orElseGet(() -> asMade(current, observed));
    }

    /** Returns what is written for a profile in one rendering, if that revision runs, or can be told the rest. */
    private Optional<Wanted> running(String revision, Profile written, Credentials credentials, Observed observed) {
        ServerObjects objects = objects(written, credentials, observed);
        if (revision.equals(objects.revision())) {
            return Optional.of(asMade(new Wanted(objects, written.server(), Optional.empty()), observed));
        }
        return RollPlan.isUnderWay(observed)
                ? Optional.empty()
                : live.step(written, credentials, observed)
                        .map(step -> new Wanted(objects, written.server(), Optional.of(step)));
    }

    /** Returns the same, with the step that gives a pod the resources back that it was made with. */
    private static Wanted asMade(Wanted wanted, Observed observed) {
        return RollPlan.isUnderWay(observed)
                ? wanted
                : new Wanted(
                        wanted.objects(),
                        wanted.server(),
                        LivePlanner.back(wanted.server(), wanted.objects(), observed));
    }

    private ServerObjects objects(Profile written, Credentials credentials, Observed observed) {
        return ServerObjects.render(
                written, credentials, pods, observed.server().claim(), RecordedForm.of(written.server(), observed));
    }
}
