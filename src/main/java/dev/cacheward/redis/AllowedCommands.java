package dev.cacheward.redis;

import dev.cacheward.api.v1alpha1.DisabledCommand;
import dev.cacheward.status.Problem;
import java.util.List;
import java.util.Set;

/** The commands that can be given back to the application. */
public final class AllowedCommands {
    private AllowedCommands() {}

    /** One problem for each command that cannot be given back. */
    public static List<Problem> check(String field, List<String> commands, Set<DisabledCommand> disabled) {
        return List.of();
    }
}
