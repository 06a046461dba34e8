package dev.cacheward.operator;

import dev.cacheward.redis.Login;
import dev.cacheward.redis.Password;
import dev.cacheward.redis.client.RawRedis;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.testbed.EmbeddedApi;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The keys in the Redis of a profile, in the hands of an application that has read its Secret. */
final class PublishedKeys implements AutoCloseable {
    private final RawRedis redis;

    private PublishedKeys(RawRedis redis) {
        this.redis = redis;
    }

    static PublishedKeys of(KubernetesClient client, String profile) {
        Pod pod = new ServerPods(client)
                .find(new ServerPods(client).name(profile))
                .orElseThrow();
        String password = client.secrets()
                .inNamespace(EmbeddedApi.NAMESPACE)
                .withName(profile + "-redis")
                .get()
                .getData()
                .get("password");
        Login login = new Login(
                "default", new Password(new String(Base64.getDecoder().decode(password), StandardCharsets.UTF_8)));
        return new PublishedKeys(new RawRedis(new RedisAddress(pod.getStatus().getPodIP(), 6379), login));
    }

    /** Makes keys that never expire. */
    void make(String prefix, int number) {
        ask("for i = 1, ARGV[2] do redis.call('SET', ARGV[1] .. i, '') end", prefix, number, 0);
    }

    void expire(String prefix, int number, int seconds) {
        ask("for i = 1, ARGV[2] do redis.call('EXPIRE', ARGV[1] .. i, ARGV[3]) end", prefix, number, seconds);
    }

    private void ask(String script, String prefix, int number, int seconds) {
        redis.ask("EVAL", script, "0", prefix, String.valueOf(number), String.valueOf(seconds));
    }

    long count() {
        return (Long) redis.ask("DBSIZE");
    }

    @Override
    public void close() {
        redis.close();
    }
}
