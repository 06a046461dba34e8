package dev.cacheward.redis.client.replication;

import java.util.Map;

/**
 * How much is written to a server, which decides how much memory it takes to copy it: each page that changes meanwhile is there
 * twice, and what is written is kept until the replica has taken it.
 *
 * @param memory the bytes that the server takes, with the space between its data
 * @param writes the changes of a second
 * @param input the bytes that clients send in a second
 */
public record WriteLoad(long memory, long writes, long input) {
    private static final long KIBI = 1024;

    /** Reads INFO. A server does not tell its writes of a moment, so their share is the one since its start. */
    static WriteLoad of(Map<String, String> info) {
        long commands = number(info, "instantaneous_ops_per_sec");
        double share = (double) number(info, "rdb_changes_since_last_save")
                / Math.max(1, number(info, "total_commands_processed"));
        return new WriteLoad(
                Math.max(number(info, "used_memory"), number(info, "used_memory_rss")),
                Math.round(Math.ceil(commands * share)),
                number(info, "instantaneous_input_kbps") * KIBI);
    }

    /** Reads the whole part of a number; 0 if there is none. */
    private static long number(Map<String, String> info, String name) {
        String whole = info.getOrDefault(name, "").replaceFirst("[.].*$", "");
        return whole.matches("[0-9]{1,15}") ? Long.parseLong(whole) : 0;
    }
}
