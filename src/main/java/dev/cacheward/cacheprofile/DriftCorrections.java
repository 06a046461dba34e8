package dev.cacheward.cacheprofile;

import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.ObservedRedis;
import dev.cacheward.cacheprofile.model.RunningServer;
import dev.cacheward.redis.Correction;
import dev.cacheward.redis.client.Reply;
import dev.cacheward.redis.client.live.CorrectionDialogue;
import dev.cacheward.status.Cause;
import java.util.Optional;

/** Undoes what somebody has changed on running servers. */
final class DriftCorrections {
    private final RedisTurns turns;

    DriftCorrections(RedisTurns turns) {
        this.turns = turns;
    }

    /** @return empty if the server is as its files say, or cannot be told now; else why it is not */
    Optional<Cause> apply(Observed observed, Correction correction) {
        return correction.isEmpty() || !(observed.redis() instanceof ObservedRedis.Answered answered)
                ? Optional.empty()
                : apply(observed.look(), answered.server(), correction);
    }

    private Optional<Cause> apply(Observed.Look look, RunningServer server, Correction correction) {
        return turns.ask(
                        look,
                        server.address(),
                        server.credentials().operatorLogin(),
                        new CorrectionDialogue(server.configCommand(), correction))
                .map(Reply::failure)
                .orElse(Optional.of(LiveEdits.LATER));
    }
}
