package dev.cacheward.redis;

import dev.cacheward.status.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters of redis.conf that a user may set, and which ones the operator sets. */
public final class ConfigParameters {
    private ConfigParameters() {}

    /** One problem for each parameter that cannot be taken. */
    public static List<Problem> check(String field, Map<String, String> parameters, Optional<ServerVersion> server) {
        return List.of();
    }
}
