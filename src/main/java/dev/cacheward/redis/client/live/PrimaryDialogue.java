package dev.cacheward.redis.client.live;

import dev.cacheward.redis.client.Dialogue;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.client.RedisSession;
import dev.cacheward.redis.client.StepFailure;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks for the server that a server follows; empty if it takes writes itself. */
final class PrimaryDialogue implements Dialogue<Optional<RedisAddress>> {
    @Override
    public Optional<RedisAddress> hold(RedisSession session) throws StepFailure {
        Map<String, String> fields = session.send("INFO", "replication")
                .text()
                .lines()
                .map(line -> line.split(":", 2))
                .filter(field -> field.length == 2)
                .collect(Collectors.toMap(field -> field[0], field -> field[1].strip(), (first, second) -> second));
        return "slave".equals(fields.get("role")) ? Optional.of(address(fields)) : Optional.empty();
    }

    private static RedisAddress address(Map<String, String> fields) {
        String port = fields.getOrDefault("master_port", "");
        return new RedisAddress(
                fields.getOrDefault("master_host", ""), port.matches("[0-9]{1,5}") ? Integer.parseInt(port) : 0);
    }
}
