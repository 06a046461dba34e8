package dev.cacheward.cacheprofile.report.hygiene;

import dev.cacheward.api.v1alpha1.PurgeState;
import dev.cacheward.api.v1alpha1.PurgeStatus;
import dev.cacheward.validation.Quote;

/** Says in words how far a purge is. What is in a status does not change while nothing else does. */
public final class PurgeText {
    private static final String AGAIN =
            " To do it once more, take the annotation away, and set it again when status.purge is" + " gone.";

    private PurgeText() {}

    /** Returns what is said while keys are deleted. */
    public static PurgeStatus running(String pattern) {
        return new PurgeStatus(
                pattern,
                PurgeState.RUNNING,
                null,
                "Keys that match " + Quote.of(pattern)
                        + " are deleted little by little, so that applications hardly notice.");
    }

    /** Returns what is said while the server cannot be used. */
    public static PurgeStatus unavailable(String pattern) {
        return waiting(pattern, "for a Redis that can be used: see condition RedisAvailable.");
    }

    /** @param why the server's refusal, in words */
    public static PurgeStatus hindered(String pattern, String why) {
        return waiting(pattern, "and goes on by itself. " + why);
    }

    private static PurgeStatus waiting(String pattern, String rest) {
        return new PurgeStatus(pattern, PurgeState.WAITING, null, "The purge waits " + rest);
    }

    /** Returns what is said for good. */
    public static PurgeStatus done(String pattern, long deleted) {
        return new PurgeStatus(
                pattern,
                PurgeState.DONE,
                (int) Math.min(deleted, Integer.MAX_VALUE),
                deleted + (deleted == 1 ? " key that matches " : " keys that match ") + Quote.of(pattern)
                        + (deleted == 1 ? " was" : " were") + " deleted." + AGAIN);
    }

    /** @param shown the value of the annotation, shortened */
    public static PurgeStatus refused(String shown, String message) {
        return new PurgeStatus(shown, PurgeState.REFUSED, null, message);
    }

    /** Returns what an Event says while a purge runs. */
    public static String progress(String pattern, long deleted) {
        return "So far " + deleted + (deleted == 1 ? " key" : " keys") + " of " + Quote.of(pattern)
                + (deleted == 1 ? " was" : " were") + " deleted.";
    }
}
