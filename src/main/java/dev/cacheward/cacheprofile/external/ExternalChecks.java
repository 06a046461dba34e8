package dev.cacheward.cacheprofile.external;

import dev.cacheward.cacheprofile.model.external.CheckMemory;
import dev.cacheward.cacheprofile.model.external.ExternalServer;
import dev.cacheward.cacheprofile.model.external.ExternalState;
import dev.cacheward.cacheprofile.plan.external.CheckSchedule;
import dev.cacheward.cacheprofile.plan.external.CheckSchedule.Due;
import dev.cacheward.cacheprofile.turns.RedisTurns;
import dev.cacheward.kubernetes.Owner;
import dev.cacheward.redis.client.external.AddressFilter;
import dev.cacheward.redis.client.external.ExternalEndpoint;
import dev.cacheward.redis.client.external.ExternalGateway;
import dev.cacheward.status.Cause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Asks servers of somebody else when it is due, one time for all profiles with the same endpoint and login. What is remembered
 * here may be lost: then a server is asked once more.
 */
public final class ExternalChecks {
    /** What nobody asked about for so long belongs to profiles that are gone. */
    private static final Duration LIFE = Duration.ofHours(25);

    private final ExternalGateway gateway;
    private final RedisTurns turns;
    private final Clock clock;
    private final Map<ExternalEndpoint, Entry> entries = new ConcurrentHashMap<>();

    /** Has the gateway ask, which stays the caller's. */
    public ExternalChecks(ExternalGateway gateway, RedisTurns turns, Clock clock) {
        this.gateway = gateway;
        this.turns = turns;
        this.clock = clock;
    }

    /**
     * A question about a server.
     *
     * @param profile that asks
     * @param token changes when everything is to be asked anew
     * @param endpoint with the name to look up as its host
     */
    record Question(
            Owner profile, String token, ExternalServer server, ExternalEndpoint endpoint, AddressFilter filter) {}

    /** One server with one login. */
    private static final class Entry {
        private final Lock asking = new ReentrantLock();
        private final Map<Owner, String> tokens = new ConcurrentHashMap<>();
        private volatile Optional<CheckMemory> memory = Optional.empty();
        private volatile Instant usedAt;

        private Entry(Instant now) {
            this.usedAt = now;
        }

        /** Whether this profile has asked before, with another token. */
        private boolean isEdited(Question question) {
            return !question.token().equals(tokens.get(question.profile()));
        }
    }

    /**
     * Returns what is known of a server now; empty if it is not, and it is not the server's turn to be asked. Where another
     * profile has it asked at this moment, nobody waits: the last answer has to do.
     */
    Optional<ExternalState> state(Question question) {
        Instant now = clock.instant();
        entries.values().removeIf(old -> old.usedAt.isBefore(now.minus(LIFE)));
        Entry entry = entries.computeIfAbsent(question.endpoint(), endpoint -> new Entry(now));
        entry.usedAt = now;
        entry.tokens.putIfAbsent(question.profile(), question.token());
        if (entry.asking.tryLock()) {
            try {
                askIfDue(question, entry);
            } finally {
                entry.asking.unlock();
            }
        }
        return entry.memory.map(
                known -> CheckSchedule.state(known, question.server().check(), clock.instant()));
    }

    private void askIfDue(Question question, Entry entry) {
        Due due = CheckSchedule.due(entry.memory, question.server().check(), entry.isEdited(question), clock.instant());
        boolean slow = entry.memory.flatMap(CheckMemory::failing).isPresent();
        if (due != Due.NOTHING) {
            turns.take(question.profile().namespace(), slow, () -> ask(question, due, entry.memory))
                    .ifPresent(answered -> {
                        entry.memory = Optional.of(answered);
                        entry.tokens.put(question.profile(), question.token());
                    });
        }
    }

    private CheckMemory ask(Question question, Due due, Optional<CheckMemory> before) {
        if (question.server().usesTokens()) {
            return gateway.greet(question.endpoint(), question.filter())
                    .fold(
                            asksForLogin -> CheckMemory.greeted(asksForLogin, clock.instant()),
                            cause -> failed(before, cause));
        }
        return due == Due.PING && before.isPresent()
                ? gateway.ping(question.endpoint(), question.filter())
                        .fold(time -> before.get().pinged(clock.instant()), cause -> failed(before, cause))
                : gateway.check(question.endpoint(), question.filter())
                        .fold(answer -> CheckMemory.checked(answer, clock.instant()), cause -> failed(before, cause));
    }

    private CheckMemory failed(Optional<CheckMemory> before, Cause cause) {
        return CheckMemory.failed(before, cause, clock.instant());
    }
}
