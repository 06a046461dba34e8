package dev.cacheward.redis.conf;

/**
 * How the pod of a server and its files are written. A release that writes them otherwise adds a value, and leaves the earlier
 * ones as they are: a server that runs keeps the rendering that it was made with until its pod is replaced for another reason.
 * So an upgrade of the operator alone replaces no pod.
 */
public enum Rendering {
    /** Labels with which other charts select their own Redis, and a data folder without a limit of its size. */
    FIRST,
    /** Labels that are ours alone, a data folder that cannot fill the node's disk, and room for large values in the buffers. */
    SECOND,
    /** Probes of which one run asks many times. */
    THIRD;

    /** The rendering of every new pod. */
    public static final Rendering CURRENT = THIRD;
}
