package dev.cacheward.configmap;

import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.validation.Quote;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A key that holds another value than ours, and is not ours to change.
 *
 * @param wanted our value; the other one is not ours and may be a secret, so that it is told nowhere
 * @param holder who set it, as its field manager or managers are called, in quotes where they are names
 */
public record KeyConflict(String key, String wanted, String holder) {
    /** Enough to see what is going on; the API server bounds a message, and whoever reads it is bounded, too. */
    private static final int MOST = 10;

    /**
     * What the conflicts keep from being delivered; empty when there is none.
     *
     * @param map which map has other values, in words
     */
    static Optional<Cause> cause(String map, List<KeyConflict> conflicts) {
        return conflicts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Cause(
                        Reason.KEY_CONFLICT,
                        map + " has other values of somebody else's under " + text(conflicts)
                                + ". They stay. Delete a key there by hand to let ours return, or deliver to another"
                                + " ConfigMap."));
    }

    private static String text(List<KeyConflict> conflicts) {
        return conflicts.stream().limit(MOST).map(KeyConflict::text).collect(Collectors.joining(", "))
                + (conflicts.size() > MOST ? " and " + (conflicts.size() - MOST) + " more" : "");
    }

    private String text() {
        return key + " (" + holder + "; ours is " + Quote.of(wanted) + ")";
    }
}
