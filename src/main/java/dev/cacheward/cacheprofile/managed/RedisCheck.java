package dev.cacheward.cacheprofile.managed;

import dev.cacheward.cacheprofile.model.Availability;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.ObservedRedis;
import dev.cacheward.cacheprofile.model.PodState;
import dev.cacheward.cacheprofile.model.RunningServer;
import dev.cacheward.cacheprofile.plan.ExpectedServer;
import dev.cacheward.cacheprofile.report.CutConnection;
import dev.cacheward.cacheprofile.report.OtherContainers;
import dev.cacheward.cacheprofile.report.PodDiagnosis;
import dev.cacheward.cacheprofile.report.StartProgress;
import dev.cacheward.cacheprofile.report.StuckPod;
import dev.cacheward.cacheprofile.report.UnsuitableImage;
import dev.cacheward.cacheprofile.turns.RedisTurns;
import dev.cacheward.redis.Login;
import dev.cacheward.redis.ServerVersion;
import dev.cacheward.redis.client.CheckDialogue;
import dev.cacheward.redis.client.InfoDialogue;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.client.Reply;
import dev.cacheward.redis.client.ServerInfo;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.telemetry.ResourceKey;
import dev.cacheward.telemetry.redis.ServerTelemetry;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Checks whether an application could use the Redis. It reads the pod's status first, and then does what an application does,
 * at the pod's own address.
 */
final class RedisCheck {
    private static final Set<Reason> SILENCE =
            Set.of(Reason.CONNECTION_REFUSED, Reason.CONNECTION_CLOSED, Reason.TIMEOUT);

    private final RedisTurns turns;
    private final ServerTelemetry servers;
    private final MissingPod missing;

    /** @param servers is told what a server that passes says of itself */
    RedisCheck(RedisTurns turns, ServerTelemetry servers, MissingPod missing) {
        this.turns = turns;
        this.servers = servers;
        this.missing = missing;
    }

    /** Forgets a profile that is deleted. */
    void forget(ResourceKey profile) {
        missing.forget(profile);
    }

    /** @param expected empty if no server was made */
    Optional<Availability> check(ResourceKey profile, Observed observed, Optional<ExpectedServer> expected) {
        return expected.map(server -> check(new Question(profile, server, observed)));
    }

    /** The profile, the expected server and the observed state. */
    private record Question(ResourceKey profile, ExpectedServer expected, Observed observed) {}

    private Availability check(Question question) {
        ExpectedServer expected = question.expected();
        if (expected.changing()) {
            return kept(expected);
        }
        Observed observed = question.observed();
        Optional<Pod> current = expected.pod(observed.server());
        if (current.isEmpty()) {
            return Availability.not(StuckPod.ending(observed.server().pods(), observed.at())
                    .orElseGet(() -> missing.why(question.profile(), expected, observed)));
        }
        missing.forget(question.profile());
        Pod pod = current.get();
        if (PodState.ready(pod)) {
            return PodDiagnosis.writesEndIt(pod, observed.at())
                    .map(Availability::not)
                    .orElseGet(() -> twoWitnesses(pod, ask(pod, question), observed.at()));
        }
        return PodDiagnosis.of(pod, expected.image(), observed.at())
                .map(Availability::not)
                .orElseGet(() -> notReady(pod, question));
    }

    /** Says so if the kubelet's probe passes while the operator gets no connection: the server's log then says nothing. */
    private static Availability twoWitnesses(Pod pod, Availability asked, Instant now) {
        return asked.blockingCause()
                .filter(cause -> !asked.postponed())
                .flatMap(cause -> CutConnection.of(pod, cause, now))
                .map(Availability::not)
                .orElse(asked);
    }

    /**
     * Checks a pod that is not ready. A starting server refuses connections for a moment; this is not reported, since it would
     * cost a status write.
     */
    private Availability notReady(Pod pod, Question question) {
        ExpectedServer expected = question.expected();
        Cause progress = progress(pod, question);
        if (!PodState.running(pod)) {
            return Availability.not(progress);
        }
        Availability asked = ask(pod, question);
        boolean answersButNotReady = asked.blockingCause().isEmpty();
        boolean silentWhileStarting = expected.starting()
                && asked.blockingCause()
                        .map(Cause::reason)
                        .filter(SILENCE::contains)
                        .isPresent();
        if (answersButNotReady) {
            return Availability.not(UnsuitableImage.probed(
                            pod, expected.image(), question.observed().at())
                    .orElse(progress));
        }
        return silentWhileStarting ? Availability.not(progress) : asked;
    }

    /** A Service leads to a pod only while all of its containers are ready, so the others matter too. */
    private static Cause progress(Pod pod, Question question) {
        Cause progress = StartProgress.of(question.expected().before());
        return OtherContainers.hindrance(pod, question.observed().at())
                .map(what -> new Cause(progress.reason(), progress.message() + " " + what))
                .orElse(progress);
    }

    private Availability ask(Pod pod, Question question) {
        ExpectedServer expected = question.expected();
        Optional<RedisAddress> address = question.observed().server().addressOf(pod);
        if (address.isEmpty()) {
            return Availability.not(StartProgress.of(expected.before()));
        }
        return check(question, pod, address.get())
                .map(reply -> reply.failure()
                        .map(Availability::not)
                        .orElseGet(() -> new Availability(Optional.empty(), version(question, address.get()))))
                .orElseGet(() -> kept(expected));
    }

    /** Returns the last known answer; while there is none, the server counts as being started. */
    private static Availability kept(ExpectedServer expected) {
        return expected.last()
                .map(last -> last.reason() == Reason.CHECK_PASSED
                        ? new Availability(Optional.empty(), Optional.empty())
                        : Availability.not(last))
                .orElseGet(() -> Availability.not(StartProgress.of(expected.before())))
                .kept();
    }

    /**
     * Makes the check, and repeats it once after a timeout if the pod is ready: the operator's own process may have stalled,
     * and the kubelet forgives one late answer, too.
     *
     * @return empty if it is not the server's turn
     */
    private Optional<Reply<Boolean>> check(Question question, Pod pod, RedisAddress address) {
        Optional<Reply<Boolean>> first = ask(question, address);
        boolean late =
                first.flatMap(Reply::failure).filter(RedisCheck::isLate).isPresent() && !wasLate(question, address);
        return late && PodState.ready(pod) ? ask(question, address).or(() -> first) : first;
    }

    private Optional<Reply<Boolean>> ask(Question question, RedisAddress address) {
        Login application = question.expected().credentials().applicationLogin();
        return turns.ask(question.observed().look(), address, application, new CheckDialogue());
    }

    /** Whether the server gave no answer while it was observed either: then it is not asked a third time. */
    private static boolean wasLate(Question question, RedisAddress address) {
        return question.observed()
                .redis()
                .silenceOf(address)
                .filter(silent -> isLate(silent.cause()))
                .isPresent();
    }

    private static boolean isLate(Cause failed) {
        return failed.reason() == Reason.TIMEOUT;
    }

    private Optional<ServerVersion> version(Question question, RedisAddress address) {
        ObservedRedis redis = question.observed().redis();
        Optional<ServerInfo> info = redis.infoOf(address)
                .or(() -> redis.silenceOf(address).flatMap(silent -> askAgain(question, silent.server())));
        info.ifPresent(said -> servers.answered(question.profile(), said));
        return info.map(ServerInfo::version);
    }

    /** A server that passes the check is forgiven one late answer to INFO. */
    private Optional<ServerInfo> askAgain(Question question, RunningServer server) {
        return turns.ask(
                        question.observed().look(),
                        server.address(),
                        server.credentials().operatorLogin(),
                        new InfoDialogue())
                .flatMap(reply -> reply.fold(Optional::of, failed -> Optional.empty()));
    }
}
