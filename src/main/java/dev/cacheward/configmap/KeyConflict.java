package dev.cacheward.configmap;

import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.validation.Quote;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A key with another value than ours that we may not change.
 *
 * @param wanted our value; the other one may be a secret and is reported nowhere
 * @param holder who set it: the quoted names of its field managers, or words
 */
public record KeyConflict(String key, String wanted, String holder) {
    /** In keys. This is enough to recognise the problem; the API server limits the length of a message. */
    private static final int MOST = 10;

    /**
     * Returns the cause for all conflicts; empty if there is none.
     *
     * @param map the map in words, as the start of a sentence
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
