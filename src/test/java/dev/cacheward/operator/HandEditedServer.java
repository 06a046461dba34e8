package dev.cacheward.operator;

import dev.cacheward.kubernetes.fields.SecretText;
import dev.cacheward.redis.Login;
import dev.cacheward.redis.Password;
import dev.cacheward.redis.client.RawRedis;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.testbed.EmbeddedApi;
import dev.cacheward.testbed.RedisEndpoint;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.List;

/** The server of a profile, in the hands of somebody who has read the operator's password. */
record HandEditedServer(RunningOperator running, String profile) {
    Object ask(String... words) {
        return as(new Login("cacheward", new Password(secret("operator-password"))), words);
    }

    Object config(String... words) {
        String[] named = words.clone();
        named[0] = secret("config-command");
        return ask(named);
    }

    Object asProbe(String... words) {
        return as(new Login("probe", new Password(secret("probe-password"))), words);
    }

    /** What the server prints of its users. */
    List<String> users() {
        return ((List<?>) ask("ACL", "LIST")).stream().map(Object::toString).toList();
    }

    boolean isPrimary() {
        return ask("INFO", "replication").toString().contains("role:master");
    }

    private Object as(Login login, String... words) {
        RedisEndpoint endpoint = running.kubelet
                .endpoint(EmbeddedApi.NAMESPACE, profile + "-redis-0")
                .orElseThrow();
        try (RawRedis redis = new RawRedis(new RedisAddress(endpoint.host(), endpoint.port()), login)) {
            return redis.ask(words);
        }
    }

    private String secret(String key) {
        Secret secret = running.client
                .secrets()
                .inNamespace(EmbeddedApi.NAMESPACE)
                .withName(profile + "-redis-server")
                .get();
        return SecretText.decode(secret, key).orElseThrow();
    }
}
