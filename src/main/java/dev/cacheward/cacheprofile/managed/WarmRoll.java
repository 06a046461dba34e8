package dev.cacheward.cacheprofile.managed;

import dev.cacheward.cacheprofile.model.Credentials;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.Profile;
import dev.cacheward.cacheprofile.model.roll.Member;
import dev.cacheward.cacheprofile.model.roll.WarmStep;
import dev.cacheward.cacheprofile.plan.roll.WarmTalks;
import dev.cacheward.cacheprofile.render.NetworkRenderer;
import dev.cacheward.cacheprofile.turns.RedisTurns;
import dev.cacheward.kubernetes.OrderedWrites;
import dev.cacheward.redis.client.Dialogue;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.client.Reply;
import dev.cacheward.redis.client.replication.Handover;
import dev.cacheward.redis.client.replication.PromoteDialogue;
import dev.cacheward.redis.client.replication.ReplicationDialogue;
import dev.cacheward.redis.client.replication.ReplicationState;
import dev.cacheward.status.Cause;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Carries out the steps of a warm roll after the objects are written. It remembers nothing: an operator that ends within a step
 * takes it again.
 */
final class WarmRoll {
    /** The time for the nodes to send new connections where the Service leads to. */
    private static final Duration PROXIES = Duration.ofMillis(500);

    /** So often the Service is asked at most. */
    private static final int MOST_TURNS = 30;

    private final RedisTurns turns;

    WarmRoll(RedisTurns turns) {
        this.turns = turns;
    }

    /** What a step needs. */
    private record Roll(Profile profile, Observed observed, Credentials credentials, OrderedWrites writes) {
        WarmTalks talks() {
            return new WarmTalks(credentials);
        }
    }

    /** @return empty if the roll has come to its end; else how far it is, or why it was given up */
    Optional<Cause> take(WarmStep step, Profile profile, Observed observed, OrderedWrites writes) {
        return observed.credentials()
                .map(known -> take(step, new Roll(profile, observed, known, writes)))
                .orElseGet(step::cause);
    }

    private Optional<Cause> take(WarmStep step, Roll roll) {
        if (step instanceof WarmStep.Follow follow) {
            follow(follow, roll);
        }
        if (step instanceof WarmStep.HandOver change) {
            return handOver(change, roll).or(step::cause);
        }
        if (step instanceof WarmStep.Promote promote) {
            ask(roll, promote.to(), new PromoteDialogue());
        }
        if (step instanceof WarmStep.Settle settle) {
            roll.talks()
                    .alone(settle.to(), roll.profile().server().settings())
                    .ifPresent(dialogue -> ask(roll, settle.to(), dialogue));
        }
        return step.cause();
    }

    private void follow(WarmStep.Follow step, Roll roll) {
        ask(roll, step.primary(), roll.talks().lead(step));
        roll.talks().follow(step).ifPresent(dialogue -> ask(roll, step.replica(), dialogue));
    }

    /**
     * Leads the Service to the replica first: whoever is cut connects anew at once, and must reach it then. If the servers do
     * not change places, it leads back.
     */
    private Optional<Cause> handOver(WarmStep.HandOver step, Roll roll) {
        boolean led = roll.observed()
                .server()
                .activePod()
                .equals(Optional.of(step.to().name()));
        Optional<Cause> refused = lead(step.to(), roll);
        if (refused.isPresent()) {
            return refused;
        }
        if (!led) {
            awaitProxies(step.to(), roll);
        }
        return changePlaces(step, roll) || !isPrimary(step.from(), roll) ? Optional.empty() : lead(step.from(), roll);
    }

    private boolean changePlaces(WarmStep.HandOver step, Roll roll) {
        return roll.talks()
                .handOver(step)
                .flatMap(call -> turns.handOver(roll.observed().look(), call))
                .flatMap((Reply<Handover> reply) -> reply.fold(Optional::of, failed -> Optional.empty()))
                .filter(handover -> handover == Handover.DONE)
                .isPresent();
    }

    /** Whether a server says that it takes writes, and is about to give that up to nobody. */
    private boolean isPrimary(Member member, Roll roll) {
        return ask(roll, member, new ReplicationDialogue())
                .filter(state -> state.isPrimary() && !state.failingOver())
                .isPresent();
    }

    private static Optional<Cause> lead(Member to, Roll roll) {
        return roll.writes()
                .inOrder(List.of(NetworkRenderer.service(
                        roll.profile(),
                        to.name(),
                        to.address().flatMap(RedisAddress::tls).isPresent())));
    }

    /** Returns the answer; empty if there is none, so that the step is taken again. */
    private <T> Optional<T> ask(Roll roll, Member member, Dialogue<T> dialogue) {
        return member.address()
                .flatMap(address -> turns.askBeside(
                        roll.observed().look(), address, roll.credentials().operatorLogin(), dialogue))
                .flatMap((Reply<T> reply) -> reply.fold(Optional::of, failed -> Optional.empty()));
    }

    /**
     * Waits until new connections through the Service reach the replica, as the operator's own do, and a little longer for other
     * nodes. Where it cannot reach the Service, only the time counts.
     */
    private void awaitProxies(Member to, Roll roll) {
        Optional<String> wanted = to.redis().map(state -> state.info().runId());
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            Optional<String> reached = reached(roll, to);
            if (reached.isEmpty() || reached.equals(wanted)) {
                break;
            }
            await(PROXIES.dividedBy(5));
        }
        await(PROXIES);
    }

    /** Returns which server the Service leads to; empty if it cannot be asked. */
    private Optional<String> reached(Roll roll, Member to) {
        return roll.observed()
                .server()
                .service()
                .map(service -> service.getSpec().getClusterIP())
                .filter(ip -> !ip.isBlank() && !ip.equals("None"))
                .flatMap(ip -> to.address().map(pod -> new RedisAddress(ip, pod.port(), pod.tls())))
                .flatMap(service -> turns.askBeside(
                        roll.observed().look(), service, roll.credentials().operatorLogin(), new ReplicationDialogue()))
                .flatMap((Reply<ReplicationState> reply) -> reply.fold(Optional::of, failed -> Optional.empty()))
                .map(state -> state.info().runId());
    }

    private static void await(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
