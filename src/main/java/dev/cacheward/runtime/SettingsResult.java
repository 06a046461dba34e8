package dev.cacheward.runtime;

import dev.cacheward.validation.Problem;
import java.util.List;

/** The outcome of reading the environment. */
public sealed interface SettingsResult {
    /** Every variable could be read or has its default. */
    record Valid(Settings settings) implements SettingsResult {}

    /** @param problems at least one; the field of each is the variable */
    record Invalid(List<Problem> problems) implements SettingsResult {
        /** Keeps a copy. */
        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}
