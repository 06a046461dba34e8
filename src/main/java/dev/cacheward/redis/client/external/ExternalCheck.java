package dev.cacheward.redis.client.external;

import dev.cacheward.redis.client.CheckDialogue;
import dev.cacheward.redis.client.Dialogue;
import dev.cacheward.redis.client.RedisSession;
import dev.cacheward.redis.client.StepFailure;
import dev.cacheward.redis.client.StepFailure.Trouble;
import dev.cacheward.status.Reason;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Does what an application does, one command after the other. A server that lacks what only some applications need, or hangs up
 * at it, has passed nevertheless. A check that has failed goes on where it was when it is held again, with the same keys. All
 * keys, and the channel, share a hash tag. The keys are deleted, and would also expire.
 */
final class ExternalCheck implements Dialogue<ExternalAnswer> {
    private static final long SECONDS = 60;
    private static final String LIFETIME = Long.toString(SECONDS);
    /** What an error means at a command that only some applications need. */
    private static final Set<Reason> NOT_OFFERED =
            Set.of(Reason.CAPABILITY_MISSING, Reason.NO_PERMISSION, Reason.NOT_REDIS);

    /** What is asked. */
    @FunctionalInterface
    private interface Question {
        /** Returns whether the answer is a right one. */
        boolean ask(RedisSession session) throws StepFailure;
    }

    /** @param capability empty if every application needs it */
    private record Step(String name, Optional<Capability> capability, Question question) {}

    /** Of this many keys all over the slots, a node that has half of them lacks one as good as always. */
    private static final int MANY = 16;

    private final Set<Capability> offered = EnumSet.noneOf(Capability.class);
    private final InfoAnswer info = new InfoAnswer();
    private final boolean cluster;
    private final String keyPrefix;
    private final Deque<Step> left;

    ExternalCheck(ExternalEndpoint endpoint) {
        this.cluster = endpoint.cluster();
        this.keyPrefix = endpoint.keyPrefix();
        String key = endpoint.keyPrefix() + "{" + UUID.randomUUID() + "}";
        this.left = new ArrayDeque<>(steps(key, key + ":count"));
    }

    private List<Step> steps(String key, String counter) {
        return List.of(
                needed("PING", info::ping),
                needed(
                        "SET",
                        session -> session.send("SET", key, key, "EX", LIFETIME)
                                .text()
                                .equals("OK")),
                needed("GET", session -> session.send("GET", key).text().equals(key)),
                offered(
                        Capability.TTL,
                        session -> isLifetime(session.send("TTL", key).number())),
                offered(
                        Capability.EVAL,
                        session -> session.send("EVAL", CheckDialogue.COUNT, "1", counter, LIFETIME)
                                        .number()
                                == 1),
                needed("DEL", session -> session.send("DEL", key).number() >= 0),
                needed("DEL", session -> session.send("DEL", counter).number() >= 0),
                offered(
                        Capability.PUBLISH,
                        session -> session.send("PUBLISH", key, "").number() >= 0),
                offered(Capability.INFO, info::read));
    }

    private static Step needed(String name, Question question) {
        return new Step(name, Optional.empty(), question);
    }

    private static Step offered(Capability capability, Question question) {
        return new Step(capability.name(), Optional.of(capability), question);
    }

    private static boolean isLifetime(long seconds) {
        return seconds > 0 && seconds <= SECONDS;
    }

    /** @throws StepFailure at a command that every application needs, or at any if the server hung up or is not well */
    @Override
    public ExternalAnswer hold(RedisSession session) throws StepFailure {
        while (!left.isEmpty()) {
            Step step = left.peek();
            if (step.capability().isPresent()) {
                tryOut(step, step.capability().get(), session);
            } else {
                require(step, session);
            }
            left.remove();
        }
        if (info.isOfCluster() && !cluster) {
            lookAllOver(session);
        }
        return new ExternalAnswer(offered, false, info.server(), info.evictionPolicy());
    }

    /** One node of several takes the keys of its own slots, and an application would meet the others. */
    private void lookAllOver(RedisSession session) throws StepFailure {
        List<RedisSession.Answer> answers = Stream.generate(UUID::randomUUID)
                .limit(MANY)
                .map(any -> session.send("TTL", keyPrefix + "{" + any + "}"))
                .toList();
        for (RedisSession.Answer answer : answers) {
            answer.number();
        }
    }

    /**
     * Leaves out a command at which the server hung up, if it need not offer it.
     *
     * @return whether the rest can be asked on a new connection
     */
    boolean leavesOut(StepFailure failure) {
        boolean spare = failure.trouble() == Trouble.CLOSED
                && !left.isEmpty()
                && left.peek().capability().isPresent()
                && left.peek().name().equals(failure.step());
        if (spare) {
            left.remove();
        }
        return spare;
    }

    private void tryOut(Step step, Capability capability, RedisSession session) throws StepFailure {
        try {
            if (step.question().ask(session)) {
                offered.add(capability);
            }
        } catch (StepFailure e) {
            boolean lacking = e.trouble() == Trouble.WRONG_ANSWER
                    || e.trouble() == Trouble.ERROR
                            && NOT_OFFERED.contains(ErrorReplies.of(step.name(), e.reply(), cluster)
                                    .reason());
            if (!lacking) {
                throw e;
            }
        }
    }

    private static void require(Step step, RedisSession session) throws StepFailure {
        if (!step.question().ask(session)) {
            throw StepFailure.notRedis(step.name());
        }
    }
}
