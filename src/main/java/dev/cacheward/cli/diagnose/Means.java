package dev.cacheward.cli.diagnose;

import dev.cacheward.cli.cluster.Reading;
import dev.cacheward.cli.cluster.Route;
import dev.cacheward.redis.client.RedisGateway;
import dev.cacheward.redis.client.external.ExternalGateway;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * What a diagnosis works with. All of it is closed by the caller.
 *
 * @param route to a Redis that the operator runs
 * @param gateway to a Redis of somebody else, which is asked from here
 * @param foreign makes the check of such a Redis
 * @param sleep waits for so long
 * @param progress is told what is done from now on
 */
record Means(
        Reading reading,
        Route route,
        RedisGateway gateway,
        ExternalGateway foreign,
        Clock clock,
        Consumer<Duration> sleep,
        Consumer<String> progress) {}
