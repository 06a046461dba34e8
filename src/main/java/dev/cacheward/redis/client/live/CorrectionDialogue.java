package dev.cacheward.redis.client.live;

import dev.cacheward.redis.Correction;
import dev.cacheward.redis.LiveChange;
import dev.cacheward.redis.client.Dialogue;
import dev.cacheward.redis.client.RedisSession;
import dev.cacheward.redis.client.StepFailure;
import dev.cacheward.redis.client.replication.PromoteDialogue;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Undoes what somebody has changed on a running server. To tell it twice does no harm. The users come first, since the operator
 * may have lost rights that the rest needs, and the parameters last, since one that is refused must hold up nothing else. The
 * deletion of a foreign user ends its connections.
 *
 * @param configCommand the name of CONFIG on this server
 */
public record CorrectionDialogue(String configCommand, Correction correction) implements Dialogue<Boolean> {
    @Override
    public Boolean hold(RedisSession session) throws StepFailure {
        tell(session, new LiveChange(new TreeMap<>(), correction.change().users()));
        if (!correction.foreignUsers().isEmpty()) {
            String[] arguments = Stream.concat(Stream.of("DELUSER"), correction.foreignUsers().stream())
                    .toArray(String[]::new);
            session.sendAs("ACL DELUSER", "ACL", arguments).number();
        }
        if (correction.promote()) {
            new PromoteDialogue().hold(session);
        }
        tell(session, new LiveChange(correction.change().parameters(), List.of()));
        return true;
    }

    private void tell(RedisSession session, LiveChange change) throws StepFailure {
        new LiveChangeDialogue(configCommand, change).hold(session);
    }

    /** Leaves out what is secret. */
    @Override
    public String toString() {
        return correction.change().toString();
    }
}
