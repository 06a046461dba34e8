package dev.cacheward.cacheprofile.plan.rotation;

import dev.cacheward.cacheprofile.model.Credentials;
import dev.cacheward.cacheprofile.model.rotation.PastHash;
import dev.cacheward.cacheprofile.model.rotation.Prepared;
import dev.cacheward.redis.AclUser;
import dev.cacheward.redis.Password;
import dev.cacheward.redis.PasswordGenerator;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The passwords of the users that no application logs in as, and the former ones that the server still takes. */
record OwnPasswords(Password operator, Password probe, Optional<Password> nextOperator, List<PastHash> past) {
    /** So old a file can be at most that a container reads when it is started again, with a good margin. */
    static final Duration FILES = Duration.ofMinutes(2);

    /**
     * Returns the passwords of now.
     *
     * @param begun what a rotation that begins now has prepared
     * @param over whether the application's part in the rotation is over
     */
    static OwnPasswords of(KnownPasswords known, Optional<Prepared> begun, PasswordGenerator generator, boolean over) {
        Password operator = known.operator().orElseGet(generator::next);
        Password probe = known.probe().orElseGet(generator::next);
        Optional<Password> next = known.rotation().nextOperator();
        List<PastHash> past = known.rotation().past().stream()
                .filter(hash -> !hash.user().equals(AclUser.APPLICATION))
                .toList();
        if (begun.flatMap(Prepared::operator).isPresent()) {
            return new OwnPasswords(
                    operator,
                    begun.flatMap(Prepared::probe).orElse(probe),
                    begun.flatMap(Prepared::operator),
                    List.of(hash(AclUser.PROBE, probe)));
        }
        if (over && next.isPresent()) {
            return new OwnPasswords(next.get(), probe, Optional.empty(), with(past, operator));
        }
        return new OwnPasswords(operator, probe, next, over ? List.of() : past);
    }

    private static List<PastHash> with(List<PastHash> past, Password operator) {
        return Stream.concat(
                        past.stream(),
                        Stream.of(
                                hash(AclUser.OPERATOR, operator),
                                hash(AclUser.REPLICA, Credentials.ofReplica(operator))))
                .toList();
    }

    private static PastHash hash(String user, Password password) {
        return new PastHash(user, password.sha256(), Optional.empty());
    }
}
