package dev.cacheward.cacheprofile;

import dev.cacheward.validation.Problem;
import java.util.List;

/** The outcome of validation. */
sealed interface ValidatedProfile {
    record Valid(Profile profile) implements ValidatedProfile {}

    /** @param problems at least one */
    record Invalid(List<Problem> problems) implements ValidatedProfile {}
}
