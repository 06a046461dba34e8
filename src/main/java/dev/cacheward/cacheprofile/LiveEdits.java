package dev.cacheward.cacheprofile;

import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.ObservedRedis;
import dev.cacheward.cacheprofile.model.RunningServer;
import dev.cacheward.redis.LiveChange;
import dev.cacheward.redis.client.Reply;
import dev.cacheward.redis.client.live.LiveChangeDialogue;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import java.util.Optional;

/** Tells running servers what has changed, so that no pod is replaced for it. */
final class LiveEdits {
    static final Cause LATER = new Cause(
            Reason.PREFLIGHT,
            "The change is made on the running server as soon as it can be asked; it serves on meanwhile.");

    private final RedisTurns turns;

    LiveEdits(RedisTurns turns) {
        this.turns = turns;
    }

    /** @return empty if the server is as the change wants it; else why it is not */
    Optional<Cause> apply(Observed observed, LiveChange change) {
        if (change.isEmpty()) {
            return Optional.empty();
        }
        return observed.redis() instanceof ObservedRedis.Answered answered
                ? apply(observed.look(), answered.server(), change)
                : Optional.of(LATER);
    }

    private Optional<Cause> apply(Observed.Look look, RunningServer server, LiveChange change) {
        return turns.ask(
                        look,
                        server.address(),
                        server.credentials().operatorLogin(),
                        new LiveChangeDialogue(server.configCommand(), change))
                .map(Reply::failure)
                .orElse(Optional.of(LATER));
    }
}
