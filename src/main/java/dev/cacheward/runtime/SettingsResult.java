package dev.cacheward.runtime;

import dev.cacheward.validation.Problem;
import java.util.List;

/** The result of reading the environment. */
public sealed interface SettingsResult {
    /**
     * Every variable is valid or has its default.
     *
     * @param warnings what a person should change before the next version, one line each
     */
    record Valid(Settings settings, List<String> warnings) implements SettingsResult {
        /** Keeps a copy. */
        public Valid {
            warnings = List.copyOf(warnings);
        }
    }

    /** @param problems at least one; the field of each is the name of a variable */
    record Invalid(List<Problem> problems) implements SettingsResult {
        /** Keeps a copy. */
        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}
