package dev.cacheward.runtime;

/** The user and group that the Redis pods run as. */
public sealed interface RunAs {
    /**
     * A user and group of the image; the data volume gets the same group.
     *
     * @param uid above 0
     */
    record Uid(long uid) implements RunAs {
        /** Kubernetes accepts no higher one. */
        static final long HIGHEST = Integer.MAX_VALUE;

        /** @throws IllegalArgumentException for root and for numbers that are no uid */
        public Uid {
            if (uid < 1 || uid > HIGHEST) {
                throw new IllegalArgumentException(uid + " is not a uid above 0");
            }
        }
    }

    /** The pod names no user and group, for platforms that assign them, as OpenShift does. */
    record Platform() implements RunAs {}
}
