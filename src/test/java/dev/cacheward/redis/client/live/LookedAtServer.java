package dev.cacheward.redis.client.live;

import dev.cacheward.redis.Correction;
import dev.cacheward.redis.LiveChange;
import dev.cacheward.redis.UserLine;
import dev.cacheward.redis.client.Dialogue;
import dev.cacheward.redis.client.LettuceGateway;
import dev.cacheward.redis.client.LongTimeout;
import dev.cacheward.redis.client.RawRedis;
import dev.cacheward.redis.client.RealRedis;
import dev.cacheward.redis.client.Reply;
import dev.cacheward.redis.conf.live.ChangedUsers;
import dev.cacheward.redis.conf.live.UserChange;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real server, as the operator looks at it again and again. */
final class LookedAtServer {
    private final RealRedis redis;
    private final List<String> file;
    private final List<UserLine> users;
    private String runId = "";
    private List<UserLine> right = List.of();

    LookedAtServer(RealRedis redis) {
        this.redis = redis;
        this.file = redis.aclFile().lines().toList();
        this.users = file.stream().map(UserLine::parse).toList();
    }

    /** The users that are not as the file says. */
    List<UserChange> changes() {
        ServerLook look = look();
        UserList list = look.users().orElseThrow();
        if (list.refused()) {
            return List.of(UserChange.operatorMayDoLess());
        }
        List<UserChange> changes =
                list.forms().isEmpty() ? List.of() : ChangedUsers.of(users, list.forms(), list.lines());
        runId = look.info().runId();
        right = changes.isEmpty() ? list.lines() : List.of();
        return changes;
    }

    ServerLook look() {
        return ask(new LookDialogue(redis.configAlias(), new TreeSet<>(), new UserQuestion(users, runId, right, true)));
    }

    void putRight(List<UserChange> changes) {
        tell(new Correction(
                new LiveChange(
                        new TreeMap<>(),
                        file.stream()
                                .filter(line -> changes.stream()
                                        .anyMatch(change -> line.startsWith("user " + change.name() + " ")))
                                .toList()),
                changes.stream()
                        .filter(UserChange::foreign)
                        .map(UserChange::name)
                        .toList(),
                false));
    }

    void tell(Correction correction) {
        ask(new CorrectionDialogue(redis.configAlias(), correction));
    }

    /** Sends what a person would. */
    void asOperator(String... words) {
        try (RawRedis person = new RawRedis(redis.address(), redis.operator())) {
            Object reply = person.ask(words);
            if (reply.toString().startsWith("-")) {
                throw new IllegalStateException(reply.toString());
            }
        }
    }

    /** What the server prints of its users. */
    List<String> lines() {
        try (RawRedis person = new RawRedis(redis.address(), redis.operator())) {
            return ((List<?>) person.ask("ACL", "LIST"))
                    .stream().map(Object::toString).toList();
        }
    }

    /** How often a command was called. */
    long calls(String command) {
        try (RawRedis person = new RawRedis(redis.address(), redis.operator())) {
            Matcher line = Pattern.compile("cmdstat_" + Pattern.quote(command) + ":calls=(\\d+)")
                    .matcher(person.ask("INFO", "commandstats").toString());
            return line.find() ? Long.parseLong(line.group(1)) : 0;
        }
    }

    private <T> T ask(Dialogue<T> dialogue) {
        try (LettuceGateway gateway = new LettuceGateway(LongTimeout.LONG)) {
            Reply<T> reply = gateway.ask(redis.address(), redis.operator(), dialogue);
            return reply.fold(answer -> answer, cause -> {
                throw new IllegalStateException(cause.toString());
            });
        }
    }
}
