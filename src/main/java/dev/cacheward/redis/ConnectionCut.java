package dev.cacheward.redis;

import java.time.Duration;

/**
 * The connections of the application that are ended, since they may have logged in with a password that is no longer taken. Those
 * who connect anew need the password of now.
 *
 * @param olderThan what is older by at least a second is ended; servers tell the age of a connection in whole seconds
 * @param operator the operator's line of the ACL file, with which its user is as before once that is done
 */
public record ConnectionCut(Duration olderThan, String operator) {
    /** Leaves out the line with the hash of a password. */
    @Override
    public String toString() {
        return "ConnectionCut[" + olderThan + "]";
    }
}
