package dev.cacheward.cacheprofile.model.rotation;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A former password that the server still takes.
 *
 * @param user the ACL user
 * @param hash the SHA-256 in hex
 * @param replaced when the applications were given another; empty while that follows from what is published, or is not known
 */
public record PastHash(String user, String hash, Optional<Instant> replaced) {
    /** Returns the same one, which was replaced then. */
    public PastHash replaced(Instant then) {
        return new PastHash(user, hash, Optional.of(then));
    }

    /** Returns it as one line. */
    String line() {
        return user + " " + hash + replaced.map(then -> " " + then).orElse("");
    }

    /** Reads what {@link #line} wrote; empty if it is nothing of that kind. */
    static Optional<PastHash> parse(String line) {
        List<String> words = List.of(line.split(" "));
        return words.size() < 2
                ? Optional.empty()
                : Optional.of(new PastHash(
                        words.get(0),
                        words.get(1),
                        words.stream().skip(2).findFirst().flatMap(PastHash::instant)));
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
