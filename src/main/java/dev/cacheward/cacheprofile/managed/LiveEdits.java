package dev.cacheward.cacheprofile.managed;

import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.ObservedRedis;
import dev.cacheward.cacheprofile.model.RunningServer;
import dev.cacheward.cacheprofile.turns.RedisTurns;
import dev.cacheward.redis.Correction;
import dev.cacheward.redis.LiveChange;
import dev.cacheward.redis.client.ConfigDialogue;
import dev.cacheward.redis.client.Dialogue;
import dev.cacheward.redis.client.Reply;
import dev.cacheward.redis.client.live.CorrectionDialogue;
import dev.cacheward.redis.client.live.LiveChangeDialogue;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import java.util.Optional;
import java.util.SortedMap;

/** Tells running servers what has changed, and what they should have had all the time, so that no pod is replaced for it. */
final class LiveEdits {
    private static final Cause LATER = new Cause(
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
                ? tell(
                        observed.look(),
                        answered.server(),
                        new LiveChangeDialogue(answered.server().configCommand(), change))
                : Optional.of(LATER);
    }

    /** @return empty if the server is as its files say, or cannot be told now; else why it is not */
    Optional<Cause> correct(Observed observed, Correction correction) {
        return correction.isEmpty() || !(observed.redis() instanceof ObservedRedis.Answered answered)
                ? Optional.empty()
                : tell(
                        observed.look(),
                        answered.server(),
                        new CorrectionDialogue(answered.server().configCommand(), correction));
    }

    /**
     * Has the server read other files with a certificate; connections that are open stay so. It refuses files that the kubelet has
     * not brought yet: then it is told again, and what it says of itself tells whether it has them.
     */
    void renew(Observed observed, SortedMap<String, String> files) {
        if (observed.redis() instanceof ObservedRedis.Answered answered) {
            turns.askBeside(
                    observed.look(),
                    answered.server().address(),
                    answered.server().credentials().operatorLogin(),
                    new ConfigDialogue(answered.server().configCommand(), files));
        }
    }

    private Optional<Cause> tell(Observed.Look look, RunningServer server, Dialogue<Boolean> dialogue) {
        return turns.ask(look, server.address(), server.credentials().operatorLogin(), dialogue)
                .map(Reply::failure)
                .orElse(Optional.of(LATER));
    }
}
