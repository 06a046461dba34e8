package dev.cacheward.cacheprofile.external;

import dev.cacheward.cacheprofile.model.external.CheckMemory;
import dev.cacheward.cacheprofile.model.external.ExternalServer;
import dev.cacheward.cacheprofile.model.external.ExternalState;
import dev.cacheward.cacheprofile.plan.external.CheckSchedule;
import dev.cacheward.cacheprofile.plan.external.CheckSchedule.Due;
import dev.cacheward.cacheprofile.turns.RedisTurns;
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
     * @param endpoint with the name to look up as its host
     * @param token changes when everything is to be asked anew
     */
    record Question(
            String namespace, String token, ExternalServer server, ExternalEndpoint endpoint, AddressFilter filter) {}

    /** One server with one login; profiles that share it wait for each other. */
    private static final class Entry {
        private Optional<CheckMemory> memory = Optional.empty();
        private Instant usedAt = Instant.MIN;
    }

    /** Returns what is known of a server now; empty if it is not, and it is not the server's turn to be asked. */
    Optional<ExternalState> state(Question question) {
        Instant now = clock.instant();
        entries.values().removeIf(old -> old.usedAt.isBefore(now.minus(LIFE)));
        Entry entry = entries.computeIfAbsent(question.endpoint(), endpoint -> new Entry());
        synchronized (entry) {
            entry.usedAt = clock.instant();
            Due due = CheckSchedule.due(entry.memory, question.server().check(), question.token(), entry.usedAt);
            boolean slow = entry.memory.flatMap(CheckMemory::failing).isPresent();
            if (due != Due.NOTHING) {
                turns.take(question.namespace(), slow, () -> ask(question, due, entry.memory))
                        .ifPresent(answered -> entry.memory = Optional.of(answered));
            }
            return entry.memory.map(
                    known -> CheckSchedule.state(known, question.server().check(), clock.instant()));
        }
    }

    private CheckMemory ask(Question question, Due due, Optional<CheckMemory> before) {
        String token = question.token();
        if (question.server().usesTokens()) {
            return gateway.greet(question.endpoint(), question.filter())
                    .fold(
                            asksForLogin -> CheckMemory.greeted(token, asksForLogin, clock.instant()),
                            cause -> failed(before, token, cause));
        }
        return due == Due.PING && before.isPresent()
                ? gateway.ping(question.endpoint(), question.filter())
                        .fold(
                                time -> before.get().pinged(token, clock.instant()),
                                cause -> failed(before, token, cause))
                : gateway.check(question.endpoint(), question.filter())
                        .fold(
                                answer -> CheckMemory.checked(token, answer, clock.instant()),
                                cause -> failed(before, token, cause));
    }

    private CheckMemory failed(Optional<CheckMemory> before, String token, Cause cause) {
        return CheckMemory.failed(before, token, cause, clock.instant());
    }
}
