package dev.cacheward.cacheprofile.model.external;

import dev.cacheward.status.Cause;
import java.util.Map;
import java.util.Optional;

/**
 * What the objects hold that a spec refers to.
 *
 * @param texts by the field that refers to them, such as {@code passwordFrom}; each a whole text, secret or not
 * @param unusable why one of them could not be read; empty if all were
 */
public record References(Map<String, String> texts, Optional<Cause> unusable) {
    /** Keeps a copy. */
    public References {
        texts = Map.copyOf(texts);
    }

    /** Returns the text that a field refers to; empty if it refers to none. */
    public Optional<String> text(String field) {
        return Optional.ofNullable(texts.get(field));
    }

    /** Leaves out the texts. */
    @Override
    public String toString() {
        return "References" + texts.keySet();
    }
}
