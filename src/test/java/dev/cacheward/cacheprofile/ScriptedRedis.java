package dev.cacheward.cacheprofile;

import dev.cacheward.redis.client.Login;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.client.RedisFailure;
import dev.cacheward.redis.client.RedisGateway;
import dev.cacheward.redis.client.Reply;
import dev.cacheward.redis.client.ServerInfo;
import dev.cacheward.status.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A gateway to a server whose answers a test writes down; records what it was asked. */
final class ScriptedRedis implements RedisGateway {
    static final String VERSION = "8.0.6";

    final List<String> asked = new ArrayList<>();
    private final SortedMap<String, String> info = new TreeMap<>();
    private Optional<RedisFailure> check = Optional.empty();
    private boolean once;
    private Optional<RedisFailure> down = Optional.empty();
    private Optional<RedisFailure> configSet = Optional.empty();
    private boolean startsSnapshots = true;

    ScriptedRedis() {
        info.put("redis_version", VERSION);
        info.put("run_id", "run-1");
        info.put("rdb_last_save_time", "100");
    }

    /** A field of INFO from now on. */
    ScriptedRedis info(String field, String value) {
        info.put(field, value);
        return this;
    }

    ScriptedRedis failsTheCheck(Reason reason) {
        check = Optional.of(new RedisFailure(reason, "told so"));
        return this;
    }

    /** Fails the next check alone. */
    ScriptedRedis failsTheCheckOnce(Reason reason) {
        once = true;
        return failsTheCheck(reason);
    }

    ScriptedRedis answersNothing(Reason reason) {
        down = Optional.of(new RedisFailure(reason, "told so"));
        return this;
    }

    ScriptedRedis refusesParameters() {
        configSet = Optional.of(new RedisFailure(Reason.CONFIG_REFUSED, "told so"));
        return this;
    }

    /** Whether a snapshot is started when asked for; else one is running already. */
    ScriptedRedis startsSnapshots(boolean starts) {
        startsSnapshots = starts;
        return this;
    }

    @Override
    public Optional<RedisFailure> check(RedisAddress address, Login application) {
        asked.add("check " + address.host() + " as " + application.username());
        Optional<RedisFailure> answer = down.or(() -> check);
        check = once ? Optional.empty() : check;
        return answer;
    }

    @Override
    public Reply<ServerInfo> info(RedisAddress address, Login operator) {
        StringBuilder text = new StringBuilder();
        info.forEach(
                (field, value) -> text.append(field).append(':').append(value).append("\r\n"));
        return reply(down, ServerInfo.parse(text.toString()));
    }

    @Override
    public Reply<Boolean> configSet(
            RedisAddress address, Login operator, String configCommand, SortedMap<String, String> parameters) {
        asked.add(configCommand + " SET " + parameters);
        return reply(down.or(() -> configSet), true);
    }

    @Override
    public Reply<Boolean> startSnapshot(RedisAddress address, Login operator) {
        asked.add("BGSAVE");
        return reply(down, startsSnapshots);
    }

    @Override
    public void close() {
        asked.add("close");
    }

    private static <T> Reply<T> reply(Optional<RedisFailure> failure, T answer) {
        return failure.<Reply<T>>map(Reply.Failed::new).orElseGet(() -> new Reply.Answered<>(answer));
    }
}
