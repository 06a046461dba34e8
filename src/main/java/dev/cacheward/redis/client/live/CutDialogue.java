package dev.cacheward.redis.client.live;

import dev.cacheward.redis.AclUser;
import dev.cacheward.redis.ConnectionCut;
import dev.cacheward.redis.client.Dialogue;
import dev.cacheward.redis.client.RedisSession;
import dev.cacheward.redis.client.StepFailure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Ends old connections of the application. Servers before Redis 7.4 end none by age, so they are listed first; the operator's user
 * may do that only meanwhile. To do it twice does no harm.
 */
record CutDialogue(ConnectionCut cut) implements Dialogue<Boolean> {
    @Override
    public Boolean hold(RedisSession session) throws StepFailure {
        SetUser.with(session, AclUser.OPERATOR, "+client|list");
        String clients = session.sendAs("CLIENT LIST", "CLIENT", "LIST").text();
        List<RedisSession.Answer> ended = old(clients)
                .map(id -> session.sendAs("CLIENT KILL", "CLIENT", "KILL", "ID", id))
                .toList();
        for (RedisSession.Answer answer : ended) {
            answer.number();
        }
        SetUser.as(session, cut.operator());
        return true;
    }

    /** Returns the numbers of the connections to end. */
    private Stream<String> old(String clients) {
        return clients.lines()
                .map(CutDialogue::fields)
                .filter(client -> AclUser.APPLICATION.equals(client.get("user")))
                .filter(client -> age(client).compareTo(cut.olderThan()) > 0)
                .map(client -> client.getOrDefault("id", ""));
    }

    private static Duration age(Map<String, String> client) {
        return Duration.ofSeconds(Long.parseLong(client.getOrDefault("age", "0")));
    }

    /** No name and no value has a space in it. */
    private static Map<String, String> fields(String client) {
        return Stream.of(client.split(" "))
                .filter(field -> field.contains("="))
                .collect(Collectors.toMap(
                        field -> field.substring(0, field.indexOf('=')),
                        field -> field.substring(field.indexOf('=') + 1),
                        (first, second) -> first));
    }
}
