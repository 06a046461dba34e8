package dev.cacheward.cacheprofile.model;

import dev.cacheward.validation.Problem;
import java.util.List;

/** The outcome of validation. */
public sealed interface ValidatedProfile {
    /** The spec obeys every rule. */
    record Valid(Profile profile) implements ValidatedProfile {}

    /** @param problems at least one */
    record Invalid(List<Problem> problems) implements ValidatedProfile {}
}
