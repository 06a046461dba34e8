package dev.cacheward.cacheprofile.model;

import dev.cacheward.cacheprofile.model.rotation.Rotation;
import dev.cacheward.redis.AclUser;
import dev.cacheward.redis.Login;
import dev.cacheward.redis.Password;
import dev.cacheward.redis.conf.UserHashes;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The passwords of a server's users, and the secret name of CONFIG.
 *
 * @param configCommand the name of CONFIG on a server where CONFIG itself is disabled
 * @param rotation the passwords that the server takes beside these
 */
public record Credentials(
        Password application, Password operator, Password probe, String configCommand, Rotation rotation) {
    /** Has no passwords beside these. */
    public Credentials(Password application, Password operator, Password probe, String configCommand) {
        this(application, operator, probe, configCommand, Rotation.none());
    }

    /** Returns the same passwords with others beside them. */
    public Credentials rotating(Rotation other) {
        return new Credentials(application, operator, probe, configCommand, other);
    }

    /** Returns all that the server is to take. */
    public UserHashes hashes() {
        return new UserHashes(
                taken(AclUser.APPLICATION, application, rotation.nextApplication()),
                taken(AclUser.OPERATOR, operator, rotation.nextOperator()),
                taken(AclUser.PROBE, probe, Optional.empty()),
                taken(
                        AclUser.REPLICA,
                        ofReplica(operator),
                        rotation.nextOperator().map(Credentials::ofReplica)));
    }

    private SortedSet<String> taken(String user, Password now, Optional<Password> next) {
        SortedSet<String> hashes = new TreeSet<>(List.of(now.sha256()));
        next.map(Password::sha256).ifPresent(hashes::add);
        rotation.past(user).forEach(past -> hashes.add(past.hash()));
        return hashes;
    }

    public Login applicationLogin() {
        return new Login(AclUser.APPLICATION, application);
    }

    /** Returns the login of a server at another. Its password follows from the operator's, so that no Secret has to hold it. */
    public Login replicaLogin() {
        return new Login(AclUser.REPLICA, ofReplica(operator));
    }

    /** Returns the replica's password that goes with a password of the operator. */
    public static Password ofReplica(Password operator) {
        return operator.derived(AclUser.REPLICA);
    }

    public Login operatorLogin() {
        return new Login(AclUser.OPERATOR, operator);
    }

    /** Leaves out what is secret. */
    @Override
    public String toString() {
        return "Credentials[...]";
    }
}
