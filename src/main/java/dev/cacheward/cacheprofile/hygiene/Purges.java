package dev.cacheward.cacheprofile.hygiene;

import dev.cacheward.api.v1alpha1.PurgeStatus;
import dev.cacheward.cacheprofile.plan.hygiene.PurgeOrder;
import dev.cacheward.cacheprofile.report.hygiene.PurgeText;
import dev.cacheward.redis.client.RedisGateway;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The purges that are under way, one at most of each profile. */
final class Purges {
    private static final Duration SOON = Duration.ofMillis(500);
    private static final Duration LATER = Duration.ofSeconds(2);
    private static final Duration QUIET = Duration.ofSeconds(30);

    private final Map<String, Underway> all = new ConcurrentHashMap<>();
    private final RedisGateway gateway;
    private final HygieneThreads threads;

    Purges(RedisGateway gateway, HygieneThreads threads) {
        this.gateway = gateway;
        this.threads = threads;
    }

    /**
     * A purge of a profile.
     *
     * @param told when an Event last told how far it is
     * @param deleted what that said
     */
    private record Underway(PurgeJob job, Instant told, long deleted) {}

    /**
     * A Redis that can be used.
     *
     * @param server empty if it was not asked this time, since others are being waited for
     */
    record Usable(Optional<Target> server) {}

    /**
     * What there is to say of a purge.
     *
     * @param status the same at each look while nothing but the number of keys changes
     * @param news how far it is, now and then
     * @param again when to look again; empty if that has time
     */
    record Report(PurgeStatus status, Optional<String> news, Optional<Duration> again) {
        private static Report of(PurgeStatus status) {
            return new Report(status, Optional.empty(), Optional.empty());
        }
    }

    /**
     * Begins a purge or goes on with it, if its value is not done.
     *
     * @param uid of the profile
     * @param before the previous status
     * @param servers empty while none can be used
     */
    Optional<Report> look(
            String uid, PurgeOrder order, Optional<PurgeStatus> before, Optional<Usable> servers, Instant now) {
        if (order instanceof PurgeOrder.Valid valid) {
            String pattern = valid.pattern();
            return Optional.of(done(uid, before, pattern)
                    .orElseGet(() -> servers.map(usable -> goOn(uid, pattern, usable, now))
                            .orElseGet(() -> held(uid, pattern))));
        }
        stop(uid);
        return order instanceof PurgeOrder.Refused refused
                ? Optional.of(done(uid, before, refused.shown())
                        .orElseGet(() -> Report.of(PurgeText.refused(refused.shown(), refused.message()))))
                : Optional.empty();
    }

    /** A value that was done stays so on a Redis of somebody else, for it may not be done again on the way back. */
    private Optional<Report> done(String uid, Optional<PurgeStatus> before, String pattern) {
        Optional<PurgeStatus> done = before.filter(status -> PurgeOrder.isDone(status, pattern));
        done.ifPresent(status -> stop(uid));
        return done.map(Report::of);
    }

    private Report held(String uid, String pattern) {
        Optional.ofNullable(all.get(uid)).ifPresent(underway -> underway.job().hold());
        return Report.of(PurgeText.unavailable(pattern));
    }

    private Report goOn(String uid, String pattern, Usable usable, Instant now) {
        Optional<Underway> known = Optional.ofNullable(all.get(uid))
                .filter(underway -> underway.job().pattern().equals(pattern));
        if (known.isEmpty()) {
            stop(uid);
        }
        Underway underway = known.orElseGet(() -> new Underway(new PurgeJob(pattern, gateway, threads), now, 0));
        all.put(uid, underway);
        PurgeJob.Progress progress = underway.job().goOn(usable.server());
        if (progress.whole()) {
            return Report.of(PurgeText.done(pattern, progress.deleted()));
        }
        PurgeStatus status = progress.trouble()
                .map(cause -> PurgeText.hindered(pattern, cause.message()))
                .orElseGet(() -> PurgeText.running(pattern));
        return new Report(status, news(uid, underway, progress, now), Optional.of(known.isEmpty() ? SOON : LATER));
    }

    private Optional<String> news(String uid, Underway underway, PurgeJob.Progress progress, Instant now) {
        boolean isAsTold = progress.deleted() == underway.deleted();
        if (isAsTold || now.isBefore(underway.told().plus(QUIET))) {
            return Optional.empty();
        }
        all.put(uid, new Underway(underway.job(), now, progress.deleted()));
        return Optional.of(PurgeText.progress(underway.job().pattern(), progress.deleted()));
    }

    /** Ends the purge of a profile that is deleted or paused, or whose annotation is gone. */
    void stop(String uid) {
        Optional.ofNullable(all.remove(uid))
                .ifPresent(underway -> underway.job().hold());
    }

    /** Whether a status is about what was already told. */
    static boolean isNews(PurgeStatus status, Optional<PurgeStatus> before) {
        return before.filter(
                        last -> last.state() == status.state() && last.pattern().equals(status.pattern()))
                .isEmpty();
    }
}
