package dev.cacheward.redis.client;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Sets all parameters by one command, so that all or none are set. If the server refuses one, the failure has the reason {@code
 * ConfigRefused} and names the parameter.
 *
 * @param command the secret name that CONFIG was renamed to, or {@code CONFIG}
 */
public record ConfigDialogue(String command, SortedMap<String, String> parameters) implements Dialogue<Boolean> {
    /** Keeps a copy. */
    public ConfigDialogue {
        parameters = new TreeMap<>(parameters);
    }

    @Override
    public Boolean hold(RedisSession session) throws StepFailure {
        String[] arguments = Stream.concat(
                        Stream.of("SET"),
                        parameters.entrySet().stream()
                                .flatMap(parameter -> Stream.of(parameter.getKey(), parameter.getValue())))
                .toArray(String[]::new);
        try {
            return session.sendAs("CONFIG SET", command, arguments).text().equals("OK");
        } catch (StepFailure e) {
            throw explained(e);
        }
    }

    /** The reply to a name that the server does not know repeats it, and it is a secret. */
    private StepFailure explained(StepFailure failure) {
        if (failure.isReply("ERR unknown command")) {
            return FailureText.configUnknown();
        }
        return failure.isReply("ERR") ? FailureText.configRefused(parameters.keySet(), failure.reply()) : failure;
    }

    /** Leaves out the secret name, and the values. */
    @Override
    public String toString() {
        return "CONFIG SET " + parameters.keySet();
    }
}
