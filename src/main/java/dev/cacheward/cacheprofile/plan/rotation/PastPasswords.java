package dev.cacheward.cacheprofile.plan.rotation;

import dev.cacheward.cacheprofile.model.rotation.PastHash;
import dev.cacheward.redis.AclUser;
import dev.cacheward.redis.Password;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The former passwords of the application: which ones the server still takes, and which end now.
 *
 * @param kept the server goes on to take these
 * @param ended the server took these until now
 */
record PastPasswords(List<PastHash> kept, List<PastHash> ended) {
    /**
     * Finds out what becomes of the passwords that were taken before.
     *
     * @param application the password of now
     */
    static PastPasswords of(KnownPasswords known, Password application, Duration grace, Instant now) {
        List<PastHash> past = hashes(known, application).stream()
                .map(hash -> timed(hash, known, application))
                .toList();
        Predicate<PastHash> over = hash -> replaced(hash, known, application)
                .map(then -> !then.plus(grace).isAfter(now))
                .orElse(false);
        return new PastPasswords(
                past.stream().filter(over.negate()).toList(),
                past.stream()
                        .filter(over)
                        .map(hash -> replaced(hash, known, application)
                                .map(hash::replaced)
                                .orElse(hash))
                        .toList());
    }

    /** Returns before when a client must have connected, to have logged in with a password that ends now. */
    Optional<Instant> cut() {
        return ended.stream().flatMap(hash -> hash.replaced().stream()).max(Comparator.naturalOrder());
    }

    private static SortedSet<String> hashes(KnownPasswords known, Password application) {
        SortedSet<String> hashes = new TreeSet<>();
        known.rotation().past(AclUser.APPLICATION).forEach(past -> hashes.add(past.hash()));
        if (!known.told().contains(application.sha256())) {
            hashes.addAll(known.told());
        }
        known.inForce()
                .map(Password::sha256)
                .filter(hash -> known.users().isPresent())
                .ifPresent(hashes::add);
        hashes.remove(application.sha256());
        return hashes;
    }

    /** Adds when a password was replaced if what is published will not tell that much longer. */
    private static PastHash timed(String hash, KnownPasswords known, Password application) {
        PastHash past = known.rotation().past(AclUser.APPLICATION).stream()
                .filter(kept -> kept.hash().equals(hash))
                .findFirst()
                .orElseGet(() -> new PastHash(AclUser.APPLICATION, hash, Optional.empty()));
        boolean published =
                known.inForce().filter(found -> found.sha256().equals(hash)).isPresent();
        return past.replaced().isPresent() || published || known.publish(application)
                ? past
                : known.since().map(past::replaced).orElse(past);
    }

    /** Returns when the applications were given another password; empty if that is still to come, or not known. */
    static Optional<Instant> replaced(PastHash hash, KnownPasswords known, Password application) {
        return hash.replaced().or(() -> known.publish(application) ? known.since() : Optional.empty());
    }
}
