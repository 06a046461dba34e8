package dev.cacheward.cacheprofile.managed;

import dev.cacheward.cacheprofile.model.ObservedBuilder;
import dev.cacheward.cacheprofile.model.ObservedRedis;
import dev.cacheward.cacheprofile.model.RunningServer;
import dev.cacheward.cacheprofile.turns.RedisTurns;
import dev.cacheward.redis.Authentication;
import dev.cacheward.redis.Login;
import dev.cacheward.redis.client.CheckDialogue;
import dev.cacheward.redis.client.Dialogue;
import dev.cacheward.redis.client.InfoDialogue;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.client.RedisGateway;
import dev.cacheward.redis.client.RedisSession;
import dev.cacheward.redis.client.Reply;
import dev.cacheward.redis.client.StepFailure;
import dev.cacheward.redis.client.live.LookDialogue;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A server whose answers a test writes down; records what it was asked. The dialogues are the real ones. */
final class ScriptedRedis implements RedisGateway {
    static final String VERSION = "8.0.6";

    final List<String> asked = new ArrayList<>();
    final List<String> askedForInfo = new ArrayList<>();
    private final SortedMap<String, String> info = new TreeMap<>();
    private Optional<Cause> check = Optional.empty();
    private boolean once;
    private Optional<Cause> down = Optional.empty();
    private boolean refusesParameters;
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
        check = Optional.of(new Cause(reason, "told so"));
        return this;
    }

    /** Fails the next check alone. */
    ScriptedRedis failsTheCheckOnce(Reason reason) {
        once = true;
        return failsTheCheck(reason);
    }

    ScriptedRedis answersNothing(Reason reason) {
        down = Optional.of(new Cause(reason, "told so"));
        return this;
    }

    ScriptedRedis refusesParameters() {
        refusesParameters = true;
        return this;
    }

    /** Whether a snapshot is started when asked for; else one is running already. */
    ScriptedRedis startsSnapshots(boolean starts) {
        startsSnapshots = starts;
        return this;
    }

    /** The way to this server. */
    RedisTurns turns() {
        return new RedisTurns(this, Clock.fixed(ObservedBuilder.NOW, ZoneOffset.UTC));
    }

    /** What an observer would find out. */
    ObservedRedis observed(RunningServer server) {
        return ask(server.address(), server.credentials().operatorLogin(), new InfoDialogue())
                .fold(
                        said -> new ObservedRedis.Answered(server, said),
                        cause -> new ObservedRedis.Silent(server, cause));
    }

    @Override
    public <T> Reply<T> ask(RedisAddress address, Authentication login, Dialogue<T> dialogue) {
        Optional<Cause> failure = down;
        if (dialogue instanceof InfoDialogue || dialogue instanceof LookDialogue) {
            askedForInfo.add(address.host() + " as " + ((Login) login).username());
        }
        if (dialogue instanceof CheckDialogue) {
            asked.add("check " + address.host() + " as " + ((Login) login).username());
            failure = down.or(() -> check);
            check = once ? Optional.empty() : check;
        }
        return failure.<Reply<T>>map(Reply.Failed::new).orElseGet(() -> hold(dialogue));
    }

    private <T> Reply<T> hold(Dialogue<T> dialogue) {
        try {
            return new Reply.Answered<>(dialogue.hold(this::answer));
        } catch (StepFailure failed) {
            return new Reply.Failed<>(failed.failure());
        }
    }

    @Override
    public void close() {
        asked.add("close");
    }

    private RedisSession.Answer answer(String step, String command, String... arguments) {
        return switch (step) {
            case "PING" -> text("PONG");
            case "SET" -> text("OK");
            case "GET" -> text(arguments[0]);
            case "TTL" -> number(60);
            case "EVAL" -> number(1);
            case "DEL" -> number(1);
            case "PUBLISH" -> number(0);
            case "INFO" ->
                text(info.entrySet().stream()
                        .map(field -> field.getKey() + ":" + field.getValue() + "\r\n")
                        .collect(Collectors.joining()));
            case "BGSAVE" -> recorded(command, startsSnapshots ? "" : "ERR Background save already in progress");
            case "CONFIG GET" -> text("");
            case "ACL LIST" -> new Scripted("", 0, "ERR told nothing");
            case "CONFIG SET" ->
                recorded(command + " " + String.join(" ", Arrays.asList(arguments)), refusesParameters ? "ERR no" : "");
            default -> throw new IllegalArgumentException(step);
        };
    }

    private RedisSession.Answer recorded(String command, String error) {
        asked.add(command);
        return error.isEmpty() ? text("OK") : new Scripted("", 0, error);
    }

    private static RedisSession.Answer text(String text) {
        return new Scripted(text, 0, "");
    }

    private static RedisSession.Answer number(long number) {
        return new Scripted("", number, "");
    }

    private record Scripted(String value, long count, String error) implements RedisSession.Answer {
        @Override
        public String text() throws StepFailure {
            if (!error.isEmpty()) {
                throw new StepFailure(new Cause(Reason.CONFIG_REFUSED, error), error);
            }
            return value;
        }

        @Override
        public long number() {
            return count;
        }

        @Override
        public List<String> texts() throws StepFailure {
            return List.of(text().split(" "));
        }
    }
}
