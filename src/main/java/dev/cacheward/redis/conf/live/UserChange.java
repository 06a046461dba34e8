package dev.cacheward.redis.conf.live;

import dev.cacheward.redis.AclUser;

/**
 * A user of a running server that is not as its ACL file says.
 *
 * @param words what was found, as {@link dev.cacheward.redis.Deviation} has it
 * @param foreign whether the file does not have this user
 */
public record UserChange(String name, String words, boolean foreign) {
    /** Returns the change of the operator's own user, which may do less than its file says, but may log in. */
    public static UserChange operatorMayDoLess() {
        return new UserChange(AclUser.OPERATOR, "could not list the users", false);
    }
}
