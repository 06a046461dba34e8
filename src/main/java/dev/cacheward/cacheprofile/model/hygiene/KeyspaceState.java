package dev.cacheward.cacheprofile.model.hygiene;

import dev.cacheward.status.Reason;
import java.util.Optional;

/**
 * What holds of the keys of one prefix.
 *
 * @param trouble what is wrong with them
 * @param clean how many looks in a row have not found that any more
 */
public record KeyspaceState(KeyspaceRule rule, Optional<Reason> trouble, int clean) {
    /** Returns what is held of keys that nobody has looked at yet. */
    public static KeyspaceState unknown(KeyspaceRule rule) {
        return new KeyspaceState(rule, Optional.empty(), 0);
    }
}
