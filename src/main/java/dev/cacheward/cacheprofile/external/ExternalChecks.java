package dev.cacheward.cacheprofile.external;

import dev.cacheward.cacheprofile.model.external.CheckMemory;
import dev.cacheward.cacheprofile.model.external.ExternalServer;
import dev.cacheward.cacheprofile.model.external.ExternalState;
import dev.cacheward.cacheprofile.plan.external.CheckSchedule;
import dev.cacheward.cacheprofile.plan.external.CheckSchedule.Due;
import dev.cacheward.cacheprofile.turns.RedisTurns;
import dev.cacheward.kubernetes.Owner;
import dev.cacheward.redis.Connection;
import dev.cacheward.redis.Password;
import dev.cacheward.redis.Tls;
import dev.cacheward.redis.client.external.AddressFilter;
import dev.cacheward.redis.client.external.ExternalEndpoint;
import dev.cacheward.redis.client.external.ExternalGateway;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.validation.Fingerprint;
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
    /** Each profile asks about its server at each reconciliation. What nobody asked about for so long belongs to none any more. */
    private static final Duration LIFE = Duration.ofMinutes(15);

    private final ExternalGateway gateway;
    private final RedisTurns turns;
    private final Clock clock;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

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
     * @param own whether the host is a Service of the profile's namespace, by which more may be reached than by others
     * @param endpoint with the name to look up as its host
     */
    record Question(
            Owner profile,
            String token,
            ExternalServer server,
            boolean own,
            ExternalEndpoint endpoint,
            AddressFilter filter) {
        /** Returns what is equal for profiles that may share an answer, and holds nothing of a password or a certificate. */
        private String digest() {
            Connection to = endpoint.connection();
            String tls = to.tls().map(ExternalChecks::digest).orElse("");
            return Fingerprint.of(
                    own ? profile.namespace() : "",
                    to.endpoint(),
                    to.authentication().getClass().getSimpleName(),
                    to.username().orElse(""),
                    to.password().map(Password::value).orElse(""),
                    String.valueOf(to.database()),
                    tls,
                    String.valueOf(endpoint.cluster()),
                    endpoint.keyPrefix());
        }
    }

    private static String digest(Tls tls) {
        return Fingerprint.of(
                tls.ca().orElse(""),
                tls.verification().name(),
                tls.serverName().orElse(""),
                tls.client().map(Tls.ClientCertificate::chain).orElse(""),
                tls.client().map(client -> client.key().value()).orElse(""));
    }

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
        Entry entry = entries.computeIfAbsent(question.digest(), server -> new Entry(now));
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
        boolean slow = entry.memory.isEmpty()
                || entry.memory
                        .flatMap(CheckMemory::failing)
                        .filter(failing -> failing.last().reason() == Reason.TIMEOUT)
                        .isPresent();
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
