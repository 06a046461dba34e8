package dev.cacheward.redis.client.replication;

import dev.cacheward.redis.Login;
import dev.cacheward.redis.client.RedisSession;
import dev.cacheward.redis.client.StepFailure;
import java.util.ArrayList;
import java.util.List;

/**
 * Sets parameters on a server that may have been started with other files than the ones of this moment, so that CONFIG has its
 * own name there, or the secret one.
 *
 * @param name the secret name
 */
public record SecretConfig(String name) {
    private static final String STEP = "CONFIG SET";

    /** Sets the login by which the server follows another, and further parameters. */
    void follow(RedisSession session, Login replica, List<String> more) throws StepFailure {
        List<String> parameters = new ArrayList<>(List.of("SET", "masteruser", replica.username()));
        parameters.addAll(List.of("masterauth", replica.password().value()));
        parameters.addAll(more);
        String[] arguments = parameters.toArray(String[]::new);
        try {
            session.sendAs(STEP, name, arguments).text();
        } catch (StepFailure failure) {
            if (!failure.isReply("ERR unknown command")) {
                throw failure;
            }
            session.sendAs(STEP, "CONFIG", arguments).text();
        }
    }

    /** Leaves out the secret name. */
    @Override
    public String toString() {
        return "SecretConfig[...]";
    }
}
