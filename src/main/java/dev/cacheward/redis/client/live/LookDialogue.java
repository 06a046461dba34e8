package dev.cacheward.redis.client.live;

import dev.cacheward.redis.client.Dialogue;
import dev.cacheward.redis.client.InfoDialogue;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.client.RedisSession;
import dev.cacheward.redis.client.ServerInfo;
import dev.cacheward.redis.client.StepFailure;
import dev.cacheward.status.Reason;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Asks for INFO, for the values of some parameters, for the server's role, and for its users.
 *
 * @param configCommand the name of CONFIG on this server
 */
public record LookDialogue(String configCommand, SortedSet<String> names, UserQuestion question)
        implements Dialogue<ServerLook> {
    /** Keeps a copy. */
    public LookDialogue {
        names = new TreeSet<>(names);
    }

    @Override
    public ServerLook hold(RedisSession session) throws StepFailure {
        ServerInfo info = new InfoDialogue().hold(session);
        return new ServerLook(info, config(session), primary(session), users(session, info.runId()));
    }

    /** A server that refuses this, as while it loads its data, is one of which nothing is known. */
    private SortedMap<String, String> config(RedisSession session) {
        SortedMap<String, String> values = new TreeMap<>();
        if (!names.isEmpty()) {
            try {
                List<String> flat =
                        session.sendAs("CONFIG GET", configCommand, arguments()).texts();
                for (int i = 0; i + 1 < flat.size(); i += 2) {
                    values.put(flat.get(i), flat.get(i + 1));
                }
            } catch (StepFailure refused) {
                return new TreeMap<>();
            }
        }
        return values;
    }

    private static Optional<RedisAddress> primary(RedisSession session) {
        try {
            return new PrimaryDialogue().hold(session);
        } catch (StepFailure refused) {
            return Optional.empty();
        }
    }

    private Optional<UserList> users(RedisSession session, String runId) {
        if (question.file().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new UsersDialogue(question, runId).hold(session));
        } catch (StepFailure failure) {
            return failure.failure().reason() == Reason.NO_PERMISSION
                    ? Optional.of(new UserList(true, List.of(), List.of()))
                    : Optional.empty();
        }
    }

    private String[] arguments() {
        return Stream.concat(Stream.of("GET"), names.stream()).toArray(String[]::new);
    }

    /** Leaves out the secret name. */
    @Override
    public String toString() {
        return "INFO, CONFIG GET " + names + " and ACL LIST";
    }
}
