package dev.cacheward.cacheprofile;

import dev.cacheward.redis.AclFile;
import dev.cacheward.redis.Login;
import dev.cacheward.redis.Password;
import dev.cacheward.redis.UserHashes;

/**
 * The passwords of a server's three users.
 *
 * @param configCommand what CONFIG is called on a server where CONFIG itself is disabled
 */
record Credentials(Password application, Password operator, Password probe, String configCommand) {
    UserHashes hashes() {
        return new UserHashes(application.sha256(), operator.sha256(), probe.sha256());
    }

    Login applicationLogin() {
        return new Login(AclFile.APPLICATION_USER, application);
    }

    Login operatorLogin() {
        return new Login(AclFile.OPERATOR_USER, operator);
    }
}
