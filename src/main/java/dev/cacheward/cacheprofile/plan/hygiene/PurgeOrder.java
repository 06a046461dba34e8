package dev.cacheward.cacheprofile.plan.hygiene;

import dev.cacheward.api.v1alpha1.PurgeStatus;
import dev.cacheward.kubernetes.ResourceAnnotations;
import dev.cacheward.validation.Quote;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Optional;

/** What annotation {@code cacheward.dev/purge} asks for. */
public sealed interface PurgeOrder {
    /** Why a Redis that somebody else runs is left alone. */
    String FOREIGN = "Nothing is deleted on a Redis that somebody else runs: use a tool of its owner, or redis-cli.";

    /** There is no such annotation. */
    record None() implements PurgeOrder {}

    /**
     * Nothing is deleted by this value.
     *
     * @param shown the value, shortened
     */
    record Refused(String shown, String message) implements PurgeOrder {}

    /** @param pattern as SCAN takes it; it can never match all keys */
    record Valid(String pattern) implements PurgeOrder {}

    /**
     * Reads the annotation.
     *
     * @param foreign whether somebody else runs the Redis
     */
    static PurgeOrder of(HasMetadata profile, boolean foreign) {
        return ResourceAnnotations.value(profile, ResourceAnnotations.PURGE)
                .map(value -> read(value, foreign))
                .orElseGet(None::new);
    }

    private static PurgeOrder read(String value, boolean foreign) {
        Optional<String> objection = foreign ? Optional.of(FOREIGN) : PurgePattern.objection(value);
        return objection
                .<PurgeOrder>map(why -> new Refused(Quote.shortened(value, PurgePattern.LONGEST), why))
                .orElseGet(() -> new Valid(value));
    }

    /** Whether a status says that this was done. */
    static boolean isDone(PurgeStatus status, String pattern) {
        return status.deletedKeys() != null && pattern.equals(status.pattern());
    }
}
