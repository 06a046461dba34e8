package dev.cacheward.cacheprofile.managed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cacheprofile.model.ObservedBuilder;
import dev.cacheward.cacheprofile.model.ObservedRedis;
import dev.cacheward.redis.client.ServerInfo;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cut connections are told for an hour, whatever their number. */
class EvictedClientsTest {
    private final EvictedClients cuts = new EvictedClients();

    @Test
    void aServerThatEvictedClientsWarnsForAnHourAfterTheLastCut() {
        assertThat(at(0, "a", 6)).singleElement().asString().contains("config.maxmemory-clients");
        assertThat(at(59, "a", 6)).hasSize(1);
        assertThat(at(60, "a", 6)).isEmpty();
        assertThat(at(61, "a", 7)).hasSize(1);
    }

    @Test
    void eachCutGivesTheSameWarning() {
        assertThat(at(0, "a", 6)).isEqualTo(at(1, "a", 600));
    }

    @Test
    void aServerThatCutNoneWarnsOfNothing() {
        assertThat(at(0, "a", 0)).isEmpty();
    }

    @Test
    void aNewServerBeginsAnew() {
        // Given
        at(0, "a", 6);

        // Then
        assertThat(at(90, "b", 0)).isEmpty();
        assertThat(at(91, "b", 2)).hasSize(1);
    }

    @Test
    void aSilentServerKeepsTheWarningAndADeletedProfileDoesNot() {
        // Given
        at(0, "a", 6);

        // Then
        assertThat(cuts.observe("uid", new ObservedRedis.NotAsked(), ObservedBuilder.NOW)
                        .texts())
                .hasSize(1);
        cuts.forget("uid");
        assertThat(cuts.observe("uid", new ObservedRedis.NotAsked(), ObservedBuilder.NOW)
                        .texts())
                .isEmpty();
    }

    private List<String> at(int minutes, String runId, int cut) {
        ServerInfo info =
                ServerInfo.parse("redis_version:8.0.6\r\nrun_id:" + runId + "\r\nevicted_clients:" + cut + "\r\n");
        return cuts.observe(
                        "uid",
                        new ObservedRedis.Answered(CheckedServer.RUNNING, info),
                        ObservedBuilder.NOW.plus(Duration.ofMinutes(minutes)))
                .texts();
    }
}
