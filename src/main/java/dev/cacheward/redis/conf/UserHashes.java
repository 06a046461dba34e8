package dev.cacheward.redis.conf;

import dev.cacheward.redis.Password;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The SHA-256 in hex of the passwords that each ACL user may log in with, see {@link Password#sha256}. A user has several while
 * its password changes.
 */
public record UserHashes(
        SortedSet<String> application, SortedSet<String> operator, SortedSet<String> probe, SortedSet<String> replica) {
    /** Keeps copies. */
    public UserHashes {
        application = Collections.unmodifiableSortedSet(new TreeSet<>(application));
        operator = Collections.unmodifiableSortedSet(new TreeSet<>(operator));
        probe = Collections.unmodifiableSortedSet(new TreeSet<>(probe));
        replica = Collections.unmodifiableSortedSet(new TreeSet<>(replica));
    }

    /** Has one password for each user. */
    public UserHashes(String application, String operator, String probe, String replica) {
        this(one(application), one(operator), one(probe), one(replica));
    }

    private static SortedSet<String> one(String hash) {
        return new TreeSet<>(List.of(hash));
    }
}
