package dev.cacheward.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.kubernetes.fields.SecretText;
import dev.cacheward.redis.Login;
import dev.cacheward.redis.Password;
import dev.cacheward.redis.client.RawRedis;
import dev.cacheward.redis.client.external.ForeignRedis;
import dev.cacheward.status.ConditionType;
import dev.cacheward.testbed.EmbeddedApi;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.util.Map;
import java.util.TreeMap;

/** An operator, and a real Redis that it does not run. Secret {@code cloud} says where that is. */
final class ForeignRig implements AutoCloseable {
    final ForeignRedis redis = ForeignRedis.start("--requirepass", "first");
    final RunningOperator running;
    private OpenExternalGateway gateway;

    ForeignRig() {
        running = new RunningOperator(RunningOperator.settings(Map.of()), real -> {
            gateway = new OpenExternalGateway(real.external());
            return new Connections(real.client(), real.redis(), gateway);
        });
        password("first");
    }

    OpenExternalGateway gateway() {
        return gateway;
    }

    /** The password that the Secret holds from now on. */
    void password(String password) {
        secret(Map.of("host", "127.0.0.1", "port", String.valueOf(redis.port()), "password", password));
    }

    void secret(Map<String, String> texts) {
        running.client
                .resource(new SecretBuilder()
                        .withNewMetadata()
                        .withName("cloud")
                        .withNamespace(EmbeddedApi.NAMESPACE)
                        .endMetadata()
                        .withData(SecretText.encode(new TreeMap<>(texts)))
                        .build())
                .serverSideApply();
    }

    void deleteSecret() {
        running.client
                .secrets()
                .inNamespace(EmbeddedApi.NAMESPACE)
                .withName("cloud")
                .delete();
    }

    /** Has the server answer OK. */
    void tell(String password, String... words) {
        try (RawRedis raw = new RawRedis(redis.address(), new Login("default", new Password(password)))) {
            assertThat(raw.ask(words)).isEqualTo("OK");
        }
    }

    Map<String, String> published(String name) {
        Secret secret = running.client
                .secrets()
                .inNamespace(EmbeddedApi.NAMESPACE)
                .withName(name)
                .get();
        Map<String, String> texts = new TreeMap<>();
        secret.getData()
                .keySet()
                .forEach(key -> texts.put(key, SecretText.decode(secret, key).orElse("")));
        return texts;
    }

    String message(String profile) {
        return running.profile(profile).getStatus().conditions().stream()
                .filter(condition -> condition.type().equals(ConditionType.READY.wire()))
                .findFirst()
                .orElseThrow()
                .message();
    }

    /** A profile that takes the server from the Secret. */
    static String external(String name, String more) {
        return """
                apiVersion: cacheward.dev/v1alpha1
                kind: CacheProfile
                metadata: {name: %s}
                spec:
                  ttls: {users: 60s}
                  redis:
                    external:
                      hostFrom: {name: cloud, key: host}
                      portFrom: {name: cloud, key: port}
                      passwordFrom: {name: cloud, key: password}
                  %s
                """.formatted(name, more);
    }

    @Override
    public void close() {
        running.close();
        redis.close();
    }
}
