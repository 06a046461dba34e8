package dev.cacheward.redis.conf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.redis.Product;
import dev.cacheward.redis.ServerVersion;
import dev.cacheward.validation.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServerRangesTest {
    private static final ServerVersion REDIS_7_0 = new ServerVersion(Product.REDIS, 7, 0, 15);

    @Test
    void aParameterThatThisServersVersionLacksNamesThoseThatHaveIt() {
        // Given
        Map<String, String> parameters = Map.of("hide-user-data-from-log", "yes");
        // When
        List<Problem> unknownServer = ConfigParameters.check("f", parameters, Optional.empty());
        List<Problem> oldServer = ConfigParameters.check("f", parameters, Optional.of(REDIS_7_0));
        // Then
        assertThat(unknownServer).isEmpty();
        assertThat(oldServer)
                .containsExactly(new Problem(
                        "f.hide-user-data-from-log",
                        "\"hide-user-data-from-log\" is unknown to Redis 7.0.15; it is known to Redis 7.4 and later,"
                                + " Valkey 8.0 and later"));
    }

    @Test
    void oneThatALaterVersionDroppedNamesTheLastThatHasIt() {
        // Given
        Map<String, String> parameters = Map.of("io-threads-do-reads", "yes");
        // When
        List<Problem> problems =
                ConfigParameters.check("f", parameters, Optional.of(new ServerVersion(Product.VALKEY, 9, 1, 2)));
        // Then
        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .endsWith("is unknown to Valkey 9.1.2; it is known to Redis 7.0 to 7.4, Valkey 8.0 only"));
    }
}
