package dev.cacheward.cacheprofile.plan.rotation;

import dev.cacheward.cacheprofile.model.Credentials;
import dev.cacheward.cacheprofile.model.UserSecret;
import dev.cacheward.cacheprofile.model.rotation.PastHash;
import dev.cacheward.cacheprofile.model.rotation.RotationWish;
import dev.cacheward.kubernetes.ResourceAnnotations;
import dev.cacheward.redis.AclUser;
import dev.cacheward.status.Cause;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.PreviousStatus;
import dev.cacheward.status.Warnings;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far a rotation is.
 *
 * @param warnings what a person wants to know of it, the sentence on the former password among them
 * @param former says until when the application's former password works; empty if there is none
 * @param next when there is something to do; empty if nothing waits for a time
 * @param unfinished whether this reconciliation leaves something to the next one. No event starts that: the operator does not hear
 *     of what it writes itself.
 */
public record RotationProgress(Warnings warnings, Optional<String> former, Optional<Instant> next, boolean unfinished) {
    private static final Duration SOON = Duration.ofMillis(200);

    private static final String NOT_OURS = "Annotation " + ResourceAnnotations.ROTATE
            + " has no effect: the password is the author's own (spec.redis.managed.auth.passwordFrom). Change it there.";

    /** Tells it from the credentials that are in force from now on. */
    public static RotationProgress of(
            KnownPasswords known, Credentials credentials, RotationWish wish, UserSecret userSecret, Instant now) {
        List<PastHash> past = credentials.rotation().past(AclUser.APPLICATION);
        List<Instant> ends = past.stream()
                .flatMap(hash -> PastPasswords.replaced(hash, known, credentials.application()).stream())
                .map(then -> then.plus(wish.grace()))
                .toList();
        boolean foreign = userSecret instanceof UserSecret.Found && wish.token().isPresent();
        Optional<String> end = ends.stream()
                .max(Comparator.naturalOrder())
                .map(until -> "The former password of the application works until "
                        + until.truncatedTo(ChronoUnit.SECONDS) + ".");
        return new RotationProgress(
                new Warnings(Stream.concat(end.stream(), Stream.of(NOT_OURS).filter(text -> foreign))
                        .toList()),
                end,
                Stream.concat(ends.stream(), own(known, credentials).stream())
                        .filter(time -> time.isAfter(now))
                        .min(Comparator.naturalOrder()),
                !known.publish(credentials.application()));
    }

    /** Returns what is to be told once of a password that has changed since that status; empty if it was told or there is none. */
    public Optional<String> news(PreviousStatus<?> before) {
        String told = before.cause(ConditionType.READY).map(Cause::message).orElse("");
        return former.filter(sentence -> !told.contains(sentence))
                .map(sentence -> "The application has another password. " + sentence);
    }

    /** Returns the progress of a reconciliation in which the credentials have changed. */
    public RotationProgress changed() {
        return new RotationProgress(warnings, former, next, true);
    }

    /** Returns the progress of a server of which nothing is known. */
    public static RotationProgress unknown() {
        return new RotationProgress(Warnings.none(), Optional.empty(), Optional.empty(), false);
    }

    /**
     * Returns how long to wait for the next thing to do, or for what else is asked for.
     *
     * @param causes what went wrong in this reconciliation, and says itself when to try again
     */
    public Optional<Duration> again(Instant now, Optional<Duration> other, List<Cause> causes) {
        return Stream.of(
                        other,
                        next.map(time -> Duration.between(now, time)),
                        Optional.of(SOON).filter(soon -> causes.isEmpty() && unfinished))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private static Optional<Instant> own(KnownPasswords known, Credentials credentials) {
        boolean changing = credentials.rotation().changesOthers();
        return known.since().filter(then -> changing).map(then -> then.plus(OwnPasswords.FILES));
    }
}
