package dev.cacheward.cacheprofile.model;

import dev.cacheward.redis.Deviation;
import java.util.List;

/**
 * What is not as the files of the running server say.
 *
 * @param found empty if nothing is known, or if all is right
 */
public record ServerDrift(List<Deviation> found, Handling handling) {
    /** What becomes of it. */
    public enum Handling {
        /** The server was not asked, or is about to be changed. */
        UNKNOWN,
        /** There is nothing to do. */
        IN_SYNC,
        /** The server is told what its files say. */
        PUT_RIGHT,
        /** The server was told, and did not take it. */
        REFUSED,
        /** It stays, since the profile is paused. */
        PAUSED,
        /** The operator cannot log in, so it sees and changes nothing. */
        LOCKED_OUT
    }

    /** Keeps a copy. */
    public ServerDrift {
        found = List.copyOf(found);
    }

    /** Returns that nothing is known. */
    public static ServerDrift unknown() {
        return new ServerDrift(List.of(), Handling.UNKNOWN);
    }

    /** Returns that the server is as its files say. */
    public static ServerDrift none() {
        return new ServerDrift(List.of(), Handling.IN_SYNC);
    }

    /** Whether it is known how the server is. */
    public boolean isKnown() {
        return handling != Handling.UNKNOWN;
    }

    /** Returns the same for a server that did not take it. */
    public ServerDrift refused() {
        return handling == Handling.PUT_RIGHT ? new ServerDrift(found, Handling.REFUSED) : this;
    }
}
