package dev.cacheward.cacheprofile.plan;

import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.ObservedRedis;
import dev.cacheward.cacheprofile.model.RolloutStep;
import dev.cacheward.redis.LiveChange;
import dev.cacheward.redis.ServerVersion;
import dev.cacheward.redis.conf.LiveParameters;
import dev.cacheward.redis.conf.RedisConf;
import dev.cacheward.redis.conf.ServerSettings;
import dev.cacheward.validation.Quote;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds parameters of the running server that are not as its file says, though the file is as it is wanted. Somebody has set them,
 * or a container was started again with files that were a minute old.
 */
final class ConfigDrift {
    private ConfigDrift() {}

    /** Returns the step that puts the server right; empty if nothing is wrong with it, or nothing is known. */
    static Optional<RolloutStep> correction(ServerSettings wanted, Observed observed) {
        if (!(observed.redis() instanceof ObservedRedis.Answered answered)) {
            return Optional.empty();
        }
        ServerVersion server = answered.info().version();
        SortedMap<String, String> wrong = new TreeMap<>(RedisConf.values(wanted));
        wrong.entrySet()
                .removeIf(parameter -> !LiveParameters.isLive(parameter.getKey(), server)
                        || agrees(parameter.getKey(), parameter.getValue(), answered));
        List<String> words = wrong.entrySet().stream()
                .map(parameter -> parameter.getKey() + " was "
                        + Quote.of(answered.config().get(parameter.getKey())) + " instead of "
                        + Quote.of(parameter.getValue()))
                .toList();
        return wrong.isEmpty()
                ? Optional.empty()
                : Optional.of(new RolloutStep.Correct(new LiveChange(canonical(wrong, server), List.of()), words));
    }

    private static SortedMap<String, String> canonical(SortedMap<String, String> wanted, ServerVersion server) {
        SortedMap<String, String> values = new TreeMap<>(wanted);
        values.replaceAll((name, value) -> LiveParameters.canonical(name, value, server));
        return values;
    }

    private static boolean agrees(String name, String wanted, ObservedRedis.Answered answered) {
        return Optional.ofNullable(answered.config().get(name))
                .map(found -> LiveParameters.agrees(
                        name, wanted, found, answered.info().version()))
                .orElse(true);
    }
}
