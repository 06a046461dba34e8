package dev.cacheward.cli.diagnose;

import dev.cacheward.redis.client.Dialogue;
import dev.cacheward.redis.client.Reply;
import java.util.Optional;

/** A server that can be asked with one login. */
interface Asked {
    /** Does what an application does; empty if the caller may not connect. */
    Optional<Reply<Boolean>> check();

    /** Runs a dialogue; empty if the caller may not connect. */
    <T> Optional<Reply<T>> ask(Dialogue<T> dialogue);

    /** Says how the server is reached. */
    String route();
}
