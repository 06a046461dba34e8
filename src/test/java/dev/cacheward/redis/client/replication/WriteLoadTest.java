package dev.cacheward.redis.client.replication;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WriteLoadTest {
    @ParameterizedTest(name = "{0} of {1} commands wrote: {2}")
    @CsvSource({"25, 100, 250", "100, 100, 1000", "0, 100, 0", "0, 0, 0", "1, 1000000, 1", "none, none, 0"})
    void theShareOfWritesIsTheOneSinceTheStart(String changes, String commands, long writes) {
        // Given
        String info = "redis_version:7.0.15\nused_memory:10\nused_memory_rss:20\ninstantaneous_ops_per_sec:1000\n"
                + "instantaneous_input_kbps:2.9\nrdb_changes_since_last_save:" + changes + "\n"
                + "total_commands_processed:" + commands + "\nrole:master\n";
        // When
        WriteLoad load = ReplicationStates.of(info).load();
        // Then
        assertThat(load).isEqualTo(new WriteLoad(20, writes, 2048));
    }
}
