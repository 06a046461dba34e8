package dev.cacheward.cacheprofile.model;

import dev.cacheward.status.Warnings;
import dev.cacheward.validation.Problem;
import java.util.List;

/** The result of validation. */
public sealed interface ValidatedProfile {
    /**
     * The spec obeys every rule.
     *
     * @param warnings messages about what works, but not as well as it should
     */
    record Valid(Profile profile, Warnings warnings) implements ValidatedProfile {}

    /** @param problems at least one */
    record Invalid(List<Problem> problems) implements ValidatedProfile {}
}
