package dev.cacheward.cacheprofile.turns;

import dev.cacheward.cacheprofile.model.Availability;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.redis.Authentication;
import dev.cacheward.redis.client.Dialogue;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.client.RedisGateway;
import dev.cacheward.redis.client.Reply;
import dev.cacheward.redis.client.replication.Handover;
import dev.cacheward.redis.client.replication.HandoverCall;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Asks servers, each in its turn. A server that gave no answer is asked again after 5 seconds, and then more and more seldom,
 * unless something about it changes. {@link NamespaceShares} keeps such servers from holding all threads. What is remembered
 * here may be lost: then a silent server is asked once more.
 */
public final class RedisTurns {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    /** A server that takes longer for an answer counts as slow. */
    private static final Duration QUICK = Duration.ofMillis(500);

    /** So many quick answers in a row make a slow server a quick one. */
    private static final int CONVINCING = 4;

    /** When a server that has missed its turn gets the next one. */
    private static final Duration MISSED = Duration.ofSeconds(2);

    private final RedisGateway gateway;
    private final Clock clock;
    private final NamespaceShares shares = new NamespaceShares();
    private final Map<String, Memory> slow = new ConcurrentHashMap<>();

    /** Has the gateway ask, which stays the caller\'s. */
    public RedisTurns(RedisGateway gateway, Clock clock) {
        this.gateway = gateway;
        this.clock = clock;
    }

    /**
     * What is known of a slow server.
     *
     * @param look the last one at which it was slow or silent
     * @param silences the number of looks in a row without an answer
     * @param silence why there was no answer; empty if there was one
     */
    private record Memory(Observed.Look look, int silences, Instant until, Optional<Cause> silence, int quickAnswers) {
        /** A look that asks several times begins no pause within itself. */
        private boolean pauses(Observed.Look now) {
            return silence.isPresent()
                    && look.state().equals(now.state())
                    && !look.at().equals(now.at())
                    && now.at().isBefore(until);
        }
    }

    /**
     * Asks a server if it is its turn. Within the pause after a silence the last failure is returned, and nothing is asked.
     *
     * @return empty if others are being waited for: then the last known answer has to do, and the next look must be soon
     */
    public <T> Optional<Reply<T>> ask(
            Observed.Look look, RedisAddress address, Authentication login, Dialogue<T> dialogue) {
        Optional<Memory> memory = Optional.ofNullable(slow.get(look.profile()));
        Optional<Reply<T>> pause = memory.filter(known -> known.pauses(look))
                .flatMap(Memory::silence)
                .map(Reply.Failed::new);
        return pause.isPresent()
                ? pause
                : shares.take(look.namespace(), memory.isPresent()).map(turn -> {
                    try (turn) {
                        Instant begun = clock.instant();
                        Reply<T> reply = gateway.ask(address, login, dialogue);
                        remember(look, reply.failure(), Duration.between(begun, clock.instant()));
                        return reply;
                    }
                });
    }

    /**
     * Asks a server once, in which the look at the profile neither pauses nor slows down: it is not the one that applications
     * reach.
     *
     * @return empty if others are being waited for
     */
    public <T> Optional<Reply<T>> askBeside(
            Observed.Look look, RedisAddress address, Authentication login, Dialogue<T> dialogue) {
        return shares.take(look.namespace(), slow.containsKey(look.profile())).map(turn -> {
            try (turn) {
                return gateway.ask(address, login, dialogue);
            }
        });
    }

    /**
     * Asks a server of somebody else.
     *
     * @param isSlow whether the last answer took long, or did not come
     * @return empty if others are being waited for
     */
    public <T> Optional<T> take(String namespace, boolean isSlow, Supplier<T> asking) {
        return shares.take(namespace, isSlow).map(turn -> {
            try (turn) {
                return asking.get();
            }
        });
    }

    /**
     * Has two servers change places.
     *
     * @return empty if others are being waited for
     */
    public Optional<Reply<Handover>> handOver(Observed.Look look, HandoverCall call) {
        return shares.take(look.namespace(), slow.containsKey(look.profile())).map(turn -> {
            try (turn) {
                return call.make(gateway);
            }
        });
    }

    /** Returns when the next look is due, if something asks for one: soon if the server has missed its turn. */
    public static Optional<Duration> soonest(Optional<Availability> availability, Optional<Duration> asked) {
        return availability
                .filter(Availability::postponed)
                .map(kept -> asked.filter(other -> other.compareTo(MISSED) < 0).orElse(MISSED))
                .or(() -> asked);
    }

    /** Forgets a profile that is deleted. */
    public void forget(String namespace, String name) {
        slow.remove(Observed.Look.profile(namespace, name));
    }

    private void remember(Observed.Look look, Optional<Cause> failure, Duration taken) {
        slow.compute(
                look.profile(),
                (profile, known) ->
                        after(look, failure, taken, Optional.ofNullable(known)).orElse(null));
    }

    private Optional<Memory> after(
            Observed.Look look, Optional<Cause> failure, Duration taken, Optional<Memory> known) {
        Optional<Cause> silence = failure.filter(cause -> cause.reason() == Reason.TIMEOUT);
        if (silence.isPresent()) {
            int silences = silences(look, known);
            return Optional.of(new Memory(look, silences, look.at().plus(pause(silences)), silence, 0));
        }
        if (taken.compareTo(QUICK) > 0) {
            return Optional.of(new Memory(look, 0, look.at(), Optional.empty(), 0));
        }
        return known.map(slowOne -> new Memory(look, 0, look.at(), Optional.empty(), slowOne.quickAnswers() + 1))
                .filter(slowOne -> slowOne.quickAnswers() < CONVINCING);
    }

    private static int silences(Observed.Look look, Optional<Memory> known) {
        Predicate<Memory> sameLook = memory -> memory.look().equals(look) && memory.silences() > 0;
        return known.map(memory -> sameLook.test(memory) ? memory.silences() : memory.silences() + 1)
                .orElse(1);
    }

    private static Duration pause(int silences) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(silences - 1, 6));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
