package dev.cacheward.cacheprofile.plan.drift;

import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.ObservedRedis;
import dev.cacheward.redis.Deviation;
import dev.cacheward.redis.ServerVersion;
import dev.cacheward.redis.conf.LiveParameters;
import dev.cacheward.redis.conf.RedisConf;
import dev.cacheward.redis.conf.ServerSettings;
import dev.cacheward.validation.Quote;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Parameters of the running server that are not as its file says. Somebody has set them, or a container was started again with
 * files that were a minute old.
 *
 * @param wanted the parameters to set, name to value in the server's own words
 * @param found what there was instead
 */
record ParameterDrift(SortedMap<String, String> wanted, List<Deviation> found) {
    /** Compares what the settings and the observed file agree on. */
    static ParameterDrift of(ServerSettings settings, Observed observed, ObservedRedis.Answered answered) {
        ServerVersion server = answered.info().version();
        SortedMap<String, String> wrong = new TreeMap<>(RedisConf.values(settings));
        wrong.keySet().retainAll(RedisConf.agreed(settings, file(observed)));
        wrong.entrySet()
                .removeIf(parameter -> !LiveParameters.isLive(parameter.getKey(), server)
                        || agrees(parameter.getKey(), parameter.getValue(), answered));
        List<Deviation> found = wrong.entrySet().stream()
                .map(parameter -> deviation(parameter, answered))
                .toList();
        wrong.replaceAll((name, value) -> LiveParameters.canonical(name, value, server));
        return new ParameterDrift(wrong, found);
    }

    private static String file(Observed observed) {
        return observed.server()
                .conf()
                .map(map -> map.getData().getOrDefault(RedisConf.CONF_FILE, ""))
                .orElse("");
    }

    private static Deviation deviation(Map.Entry<String, String> parameter, ObservedRedis.Answered answered) {
        return new Deviation(
                Deviation.Kind.PARAMETER,
                parameter.getKey(),
                parameter.getKey() + " was "
                        + Quote.of(answered.config().get(parameter.getKey())) + " instead of "
                        + Quote.of(parameter.getValue()));
    }

    private static boolean agrees(String name, String wanted, ObservedRedis.Answered answered) {
        String found = answered.config().get(name);
        return found == null
                || LiveParameters.agrees(name, wanted, found, answered.info().version());
    }
}
