package dev.cacheward.cacheprofile.plan.roll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.redis.Product;
import dev.cacheward.redis.ServerVersion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplicationRulesTest {
    @ParameterizedTest(name = "{0} {1} to {2} {3}: {4}")
    @CsvSource({
        "REDIS, 7.0.15, REDIS, 8.0.6, true",
        "REDIS, 7.0.15, VALKEY, 8.1.1, true",
        "REDIS, 7.0.15, VALKEY, 9.1.2, true",
        "REDIS, 7.2.4, VALKEY, 8.1.1, true",
        "REDIS, 8.2.3, REDIS, 8.0.6, true",
        "VALKEY, 9.1.2, VALKEY, 8.1.1, true",
        "REDIS, 8.0.6, REDIS, 7.0.15, false",
        "REDIS, 7.2.4, REDIS, 7.0.15, false",
        "REDIS, 7.4.1, VALKEY, 9.1.2, false",
        "REDIS, 8.0.6, VALKEY, 8.1.1, false",
        "VALKEY, 9.1.2, REDIS, 7.0.15, false",
    })
    void aServerReadsWhatIsOfItsTimeOrEarlier(Product from, String old, Product to, String next, boolean possible) {
        assertThat(ReplicationRules.obstacle(ServerVersion.parse(from, old), ServerVersion.parse(to, next))
                        .isEmpty())
                .isEqualTo(possible);
    }
}
