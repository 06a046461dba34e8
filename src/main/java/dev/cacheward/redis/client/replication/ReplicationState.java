package dev.cacheward.redis.client.replication;

import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.client.ServerInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The values that are read from the replication section of INFO.
 *
 * @param primary the server that this one follows; empty if this one takes writes itself
 * @param link how it follows; meaningless without a primary
 * @param replicas the servers that follow this one
 * @param offset the bytes of the stream of writes that this server has sent or taken
 * @param failingOver whether it is changing places with a replica at this moment
 * @param load how much is written to it
 */
public record ReplicationState(
        ServerInfo info,
        Optional<RedisAddress> primary,
        Link link,
        List<Replica> replicas,
        long offset,
        boolean failingOver,
        WriteLoad load) {
    /**
     * A replica's connection to its primary.
     *
     * @param up whether it is established and the data has been copied
     * @param copying whether the data is being copied
     */
    public record Link(boolean up, boolean copying) {}

    /**
     * A replica as its primary sees it.
     *
     * @param online whether the data has been copied
     * @param offset the bytes of the stream that it has acknowledged; it does so once a second
     */
    public record Replica(RedisAddress address, boolean online, long offset) {}

    /** @throws IllegalArgumentException if the text is no answer of a Redis to INFO */
    static ReplicationState parse(String infoText) {
        Map<String, String> fields = infoText.lines()
                .filter(line -> line.indexOf(':') > 0)
                .map(line -> line.strip().split(":", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, second) -> second));
        boolean replica = "slave".equals(fields.get("role"));
        return new ReplicationState(
                ServerInfo.parse(infoText),
                replica ? Optional.of(address(fields, "master_host", "master_port")) : Optional.empty(),
                new Link(
                        "up".equals(fields.get("master_link_status")),
                        "1".equals(fields.get("master_sync_in_progress"))),
                fields.entrySet().stream()
                        .filter(field -> field.getKey().matches("slave[0-9]+"))
                        .map(field -> replica(field.getValue()))
                        .toList(),
                number(fields, replica ? "slave_repl_offset" : "master_repl_offset"),
                !"no-failover".equals(fields.getOrDefault("master_failover_state", "no-failover")),
                WriteLoad.of(fields));
    }

    /** Reads a text such as {@code ip=10.0.0.7,port=6379,state=online,offset=14,lag=0}. */
    private static Replica replica(String text) {
        Map<String, String> fields = Arrays.stream(text.split(","))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, second) -> second));
        return new Replica(
                address(fields, "ip", "port"), "online".equals(fields.get("state")), number(fields, "offset"));
    }

    private static RedisAddress address(Map<String, String> fields, String host, String port) {
        return new RedisAddress(fields.getOrDefault(host, ""), (int) number(fields, port));
    }

    private static long number(Map<String, String> fields, String name) {
        String text = fields.getOrDefault(name, "");
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }

    /** Whether this server takes writes itself. */
    public boolean isPrimary() {
        return primary.isEmpty();
    }

    /** Whether this server is a replica of the one at this address. */
    public boolean follows(RedisAddress address) {
        return primary.filter(address::equals).isPresent();
    }

    /** Whether this server is a replica of the one at this address, and has all of its data. */
    public boolean isInSyncWith(RedisAddress address) {
        return follows(address) && link.up() && !link.copying();
    }

    /** Whether a replica at this address has copied the data of this server. */
    public boolean isFollowedBy(RedisAddress address) {
        return replicas.stream()
                .anyMatch(replica -> replica.online() && replica.address().equals(address));
    }
}
