package dev.cacheward.cluster.rig;

import io.fabric8.kubernetes.api.model.Pod;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.function.Function;

/** What an application does with what was published for it. Names of Services resolve in pods only, so the pod's address is used. */
public final class ApplicationConnection {
    private ApplicationConnection() {}

    /** The published connection string, with the address of the pod that runs now. */
    public static String url(TestNamespace namespace, String profile) {
        return at(namespace, profile, namespace.secret(profile + "-redis-env", "REDIS_URL"));
    }

    /** A connection string with the address of the pod that runs now. */
    public static String at(TestNamespace namespace, String profile, String url) {
        Pod pod = namespace.redisPod(profile).orElseThrow();
        return url.replace(
                "@" + profile + "-redis." + namespace.name() + ".svc.cluster.local:",
                "@" + pod.getStatus().getPodIP() + ":");
    }

    /** {@code PONG}, by the published connection string. */
    public static String ping(TestNamespace namespace, String profile) {
        return ping(url(namespace, profile));
    }

    public static String ping(String url) {
        return ask(url, redis -> redis.ping());
    }

    /** Connects, asks and closes. */
    public static <T> T ask(String url, Function<RedisCommands<String, String>, T> question) {
        return ask(url, Duration.ofSeconds(10), question);
    }

    /** @param patience for each answer */
    public static <T> T ask(String url, Duration patience, Function<RedisCommands<String, String>, T> question) {
        try (RedisClient client = RedisClient.create(url);
                StatefulRedisConnection<String, String> connection = client.connect()) {
            connection.setTimeout(patience);
            return question.apply(connection.sync());
        }
    }
}
