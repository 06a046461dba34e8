package dev.cacheward.cluster.rig;

import dev.cacheward.redis.Login;
import dev.cacheward.redis.Password;
import dev.cacheward.redis.client.RawRedis;
import dev.cacheward.redis.client.RedisAddress;
import java.util.List;

/**
 * The server that runs for a profile, asked at the pod's own address. Each question has a connection of its own, since the pod may
 * be another one by the next; a refusal is a reply that begins with {@code -}.
 */
public final class LiveRedis {
    private static final int PORT = 6379;

    private final TestNamespace namespace;
    private final String profile;

    public LiveRedis(TestNamespace namespace, String profile) {
        this.namespace = namespace;
        this.profile = profile;
    }

    public Object asApplication(String... words) {
        return as(application(), words);
    }

    public Object asOperator(String... words) {
        return as(operator(), words);
    }

    public Object asProbe(String... words) {
        return as(new Login("probe", password(server(), "probe-password")), words);
    }

    public Object asStranger(String... words) {
        try (RawRedis connection = new RawRedis(address())) {
            return connection.ask(words);
        }
    }

    /** What the running server says a parameter is. */
    public String config(String parameter) {
        List<?> pair = (List<?>) asOperator(configCommand(), "GET", parameter);
        return pair.isEmpty() ? "(unknown)" : (String) pair.get(1);
    }

    /** What the server calls CONFIG. */
    public String configCommand() {
        return namespace.secret(server(), "commands.conf").contains("rename-command CONFIG ")
                ? namespace.secret(server(), "config-command")
                : "CONFIG";
    }

    public Login application() {
        return new Login(namespace.secret(binding(), "username"), password(binding(), "password"));
    }

    Login operator() {
        return new Login("cacheward", password(server(), "operator-password"));
    }

    public RedisAddress address() {
        return new RedisAddress(
                namespace.redisPod(profile).orElseThrow().getStatus().getPodIP(), PORT);
    }

    private Object as(Login login, String... words) {
        try (RawRedis connection = new RawRedis(address(), login)) {
            return connection.ask(words);
        }
    }

    private Password password(String secret, String key) {
        return new Password(namespace.secret(secret, key));
    }

    private String binding() {
        return profile + "-redis";
    }

    private String server() {
        return profile + "-redis-server";
    }
}
