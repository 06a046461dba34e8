package dev.cacheward.cacheprofile.model.external;

import dev.cacheward.redis.client.external.ExternalAnswer;
import dev.cacheward.status.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the checks of one server with one login have shown so far.
 *
 * @param askedAt when the server was asked last
 * @param fullAt when it last passed a full check
 * @param answer of that check
 * @param failing what it failed with, since then; empty if it passed the last check
 * @param open whether it takes everybody, although a login was sent
 */
public record CheckMemory(
        Instant askedAt,
        Optional<Instant> fullAt,
        Optional<ExternalAnswer> answer,
        Optional<Failing> failing,
        boolean open) {
    /**
     * A row of failures without a success between.
     *
     * @param last the cause of the last one
     * @param since when the first one was
     * @param times how many there were
     * @param before whether the server had passed a check before
     */
    public record Failing(Cause last, Instant since, int times, boolean before) {}

    /** Returns the memory after a PING that was answered. */
    public CheckMemory pinged(Instant now) {
        return new CheckMemory(now, fullAt, answer, Optional.empty(), open);
    }

    /** Returns the memory after a full check that was passed. */
    public static CheckMemory checked(ExternalAnswer answer, Instant now) {
        return new CheckMemory(now, Optional.of(now), Optional.of(answer), Optional.empty(), answer.open());
    }

    /** Returns the memory after a server without the operator's login has asked for one, or has not. */
    public static CheckMemory greeted(boolean asksForLogin, Instant now) {
        return new CheckMemory(now, Optional.of(now), Optional.empty(), Optional.empty(), !asksForLogin);
    }

    /** Returns the memory after a failure. */
    public static CheckMemory failed(Optional<CheckMemory> before, Cause cause, Instant now) {
        Optional<Failing> row = before.flatMap(CheckMemory::failing);
        Failing failing = new Failing(
                cause,
                row.map(Failing::since).orElse(now),
                row.map(Failing::times).orElse(0) + 1,
                row.map(Failing::before)
                        .orElseGet(() -> before.flatMap(CheckMemory::fullAt).isPresent()));
        return new CheckMemory(
                now,
                before.flatMap(CheckMemory::fullAt),
                before.flatMap(CheckMemory::answer),
                Optional.of(failing),
                before.map(CheckMemory::open).orElse(false));
    }

    /** Returns the time from the last question to a moment. */
    public Duration sinceAsked(Instant now) {
        return Duration.between(askedAt, now);
    }
}
