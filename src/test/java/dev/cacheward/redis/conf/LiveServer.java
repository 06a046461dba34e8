package dev.cacheward.redis.conf;

import dev.cacheward.redis.ServerVersion;
import dev.cacheward.redis.client.RawRedis;
import dev.cacheward.redis.client.RealRedis;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A server whose parameters are changed while it runs, as the operator does it. */
final class LiveServer implements AutoCloseable {
    private final RawRedis operator;
    private final String alias;
    private final ServerVersion version;

    LiveServer(RealRedis redis, ServerVersion version) {
        this.operator = new RawRedis(redis.address(), redis.operator());
        this.alias = redis.configAlias();
        this.version = version;
    }

    /** What it prints of every parameter, or of one. */
    SortedMap<String, String> get(String pattern) {
        List<?> flat = (List<?>) operator.ask(alias, "GET", pattern);
        SortedMap<String, String> parameters = new TreeMap<>();
        for (int i = 0; i < flat.size(); i += 2) {
            parameters.put(String.valueOf(flat.get(i)), String.valueOf(flat.get(i + 1)));
        }
        return parameters;
    }

    /** Returns what is wrong after the parameter was set to the value; empty if it has it. */
    Optional<String> change(String name, String value) {
        String reply = String.valueOf(operator.ask(alias, "SET", name, value));
        return reply.equals("OK") ? disagreement(name, value, get(name).get(name)) : Optional.of(name + ": " + reply);
    }

    /** As {@link #change}, with the words that the server itself prints. */
    Optional<String> changeToCanonical(String name, String value) {
        String canonical = LiveParameters.canonical(name, value, version);
        return change(name, canonical)
                .or(() -> Optional.of(get(name).get(name))
                        .filter(found -> !found.equals(canonical))
                        .map(found -> name + ": " + found + " is not the canonical " + canonical));
    }

    /** Says that a found value is not the wanted one; empty if it is. */
    Optional<String> disagreement(String name, String wanted, String found) {
        return Optional.of(name + ": wanted " + wanted + ", found " + found)
                .filter(text -> !LiveParameters.agrees(name, wanted, found, version));
    }

    @Override
    public void close() {
        operator.close();
    }
}
