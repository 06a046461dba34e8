package dev.cacheward.runtime;

/** Who the Redis pods run as. */
public sealed interface RunAs {
    /**
     * A user and group of the image; the data volume gets the same group.
     *
     * @param uid above 0
     */
    record Uid(long uid) implements RunAs {
        /** Kubernetes takes no higher one. */
        static final long HIGHEST = Integer.MAX_VALUE;

        /** @throws IllegalArgumentException for root and for what is no uid */
        public Uid {
            if (uid < 1 || uid > HIGHEST) {
                throw new IllegalArgumentException(uid + " is not a uid above 0");
            }
        }
    }

    /** User and group are left out of the pod, for platforms that assign them, as OpenShift does. */
    record Platform() implements RunAs {}
}
