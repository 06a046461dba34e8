package dev.cacheward.redis.client.live;

import dev.cacheward.redis.client.Dialogue;
import dev.cacheward.redis.client.InfoDialogue;
import dev.cacheward.redis.client.RedisSession;
import dev.cacheward.redis.client.StepFailure;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Asks for INFO and for the values of some parameters.
 *
 * @param configCommand the name of CONFIG on this server
 */
public record LookDialogue(String configCommand, SortedSet<String> names) implements Dialogue<ServerLook> {
    /** Keeps a copy. */
    public LookDialogue {
        names = new TreeSet<>(names);
    }

    @Override
    public ServerLook hold(RedisSession session) throws StepFailure {
        return new ServerLook(new InfoDialogue().hold(session), config(session));
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

    private String[] arguments() {
        return Stream.concat(Stream.of("GET"), names.stream()).toArray(String[]::new);
    }

    /** Leaves out the secret name. */
    @Override
    public String toString() {
        return "INFO and CONFIG GET " + names;
    }
}
