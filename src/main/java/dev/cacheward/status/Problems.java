package dev.cacheward.status;

import dev.cacheward.validation.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** Joins all that is wrong with a spec into one message. */
public final class Problems {
    private Problems() {}

    /** @param problems at least one */
    public static Cause cause(List<Problem> problems) {
        return new Cause(
                Reason.INVALID_SPEC, problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
    }
}
