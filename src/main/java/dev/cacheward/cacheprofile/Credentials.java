package dev.cacheward.cacheprofile;

import dev.cacheward.redis.Login;
import dev.cacheward.redis.Password;
import dev.cacheward.redis.UserHashes;

/**
 * The passwords of a server's three users.
 *
 * @param configCommand what CONFIG is called on a server where CONFIG itself is disabled
 */
record Credentials(Password application, Password operator, Password probe, String configCommand) {
    static final String OPERATOR_USER = "cacheward";
    static final String APPLICATION_USER = "default";

    UserHashes hashes() {
        return new UserHashes(application.sha256(), operator.sha256(), probe.sha256());
    }

    Login applicationLogin() {
        return new Login(APPLICATION_USER, application);
    }

    Login operatorLogin() {
        return new Login(OPERATOR_USER, operator);
    }
}
