package dev.cacheward.redis.client.external;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.redis.Login;
import dev.cacheward.redis.Password;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is sent to a server of somebody else is what it may cost them, and nothing that changes it. */
class SentCommandsRedisTest {
    private static final Login LOGIN = new Login("default", new Password("secret"));

    private final ExternalAsking asking = new ExternalAsking();

    @AfterEach
    void close() {
        asking.close();
    }

    @Test
    void aPingIsOneCommandAfterTheLogin() {
        // Given
        try (ForeignRedis redis = ForeignRedis.start("--requirepass", "secret");
                TcpProxy proxy = new TcpProxy(redis.port())) {
            // When
            asking.redis().ping(endpoint(proxy, false), ExternalAsking.EVERYWHERE);
            // Then
            assertThat(proxy.commands()).containsExactly(List.of("AUTH", "default", "secret"), List.of("PING"));
        }
    }

    @Test
    void aCheckIsNineCommandsAfterTheLoginAndAPingOfAStranger() {
        // Given
        try (ForeignRedis redis = ForeignRedis.start("--requirepass", "secret");
                TcpProxy proxy = new TcpProxy(redis.port())) {
            // When
            asking.answer(endpoint(proxy, false));
            // Then
            assertThat(names(proxy.commands()))
                    .containsExactly(
                            "AUTH", "PING", "SET", "GET", "TTL", "EVAL", "DEL", "DEL", "PUBLISH", "INFO", "PING");
        }
    }

    @Test
    void everyKeyBeginsWithThePrefixAndHasTheSameHashTag() {
        // Given
        try (ForeignRedis redis = ForeignRedis.start("--requirepass", "secret");
                TcpProxy proxy = new TcpProxy(redis.port())) {
            // When
            asking.answer(endpoint(proxy, false));
            // Then
            Set<String> tags = proxy.commands().stream()
                    .filter(command ->
                            Set.of("SET", "GET", "TTL", "DEL", "PUBLISH").contains(command.get(0)))
                    .map(command -> command.get(1))
                    .map(key -> key.replaceFirst("^\\Q" + ExternalAsking.PREFIX + "\\E(\\{[^}]+}).*$", "$1"))
                    .collect(Collectors.toSet());
            assertThat(tags).hasSize(1).allMatch(tag -> tag.startsWith("{"));
        }
    }

    @Test
    void aClusterIsNeverAskedForADatabase() {
        // Given
        try (ForeignRedis redis = ForeignRedis.start("--requirepass", "secret");
                TcpProxy proxy = new TcpProxy(redis.port())) {
            // When
            asking.answer(endpoint(proxy, true));
            asking.redis().greet(endpoint(proxy, true), ExternalAsking.EVERYWHERE);
            asking.redis().ping(endpoint(proxy, true), ExternalAsking.EVERYWHERE);
            // Then
            assertThat(names(proxy.commands()))
                    .doesNotContain("SELECT", "CONFIG", "ACL", "ROLE", "CLIENT", "HELLO", "COMMAND", "CLUSTER");
        }
    }

    private static List<String> names(List<List<String>> commands) {
        return commands.stream().map(command -> command.get(0)).toList();
    }

    private ExternalEndpoint endpoint(TcpProxy proxy, boolean cluster) {
        ExternalEndpoint single = asking.endpoint("127.0.0.1", proxy.port(), LOGIN, Optional.empty());
        return new ExternalEndpoint(single.connection(), cluster, ExternalAsking.PREFIX);
    }
}
