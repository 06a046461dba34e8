package dev.cacheward.cacheprofile.model;

import dev.cacheward.redis.AclUser;
import dev.cacheward.redis.Password;
import dev.cacheward.redis.client.Login;
import dev.cacheward.redis.conf.UserHashes;

/**
 * The passwords of a server's users, and the secret name of CONFIG.
 *
 * @param configCommand the name of CONFIG on a server where CONFIG itself is disabled
 */
public record Credentials(Password application, Password operator, Password probe, String configCommand) {
    public UserHashes hashes() {
        return new UserHashes(
                application.sha256(),
                operator.sha256(),
                probe.sha256(),
                replicaLogin().password().sha256());
    }

    public Login applicationLogin() {
        return new Login(AclUser.APPLICATION, application);
    }

    /** Returns the login of a server at another. Its password follows from the operator's, so that no Secret has to hold it. */
    public Login replicaLogin() {
        return new Login(AclUser.REPLICA, operator.derived(AclUser.REPLICA));
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
