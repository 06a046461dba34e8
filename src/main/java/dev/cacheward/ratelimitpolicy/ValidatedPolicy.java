package dev.cacheward.ratelimitpolicy;

import dev.cacheward.validation.Problem;
import java.util.List;

/** The result of validation. */
public sealed interface ValidatedPolicy {
    /** The spec obeys every rule. */
    record Valid(Policy policy) implements ValidatedPolicy {}

    /** @param problems at least one */
    record Invalid(List<Problem> problems) implements ValidatedPolicy {}
}
