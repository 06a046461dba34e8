package dev.cacheward.cacheprofile.hygiene;

import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.ObservedRedis;
import dev.cacheward.redis.Login;
import dev.cacheward.redis.client.Dialogue;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.client.RedisGateway;
import dev.cacheward.redis.client.Reply;
import java.util.Optional;

/**
 * A server whose keys may be looked at, as the application's user: the operator's own may see no key but its own.
 *
 * @param login of the application
 */
record Target(RedisAddress address, Login login) {
    /** Returns the server that serves, if it has answered. */
    static Optional<Target> of(Observed observed) {
        return observed.redis() instanceof ObservedRedis.Answered answered
                ? Optional.of(new Target(
                        answered.server().address(),
                        answered.server().credentials().applicationLogin()))
                : Optional.empty();
    }

    <T> Reply<T> ask(RedisGateway gateway, Dialogue<T> dialogue) {
        return gateway.ask(address, login, dialogue);
    }

    /** Leaves out what is secret. */
    @Override
    public String toString() {
        return "Target[" + address + "]";
    }
}
