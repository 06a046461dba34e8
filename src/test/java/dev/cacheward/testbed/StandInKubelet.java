package dev.cacheward.testbed;
/** x */
public final class StandInKubelet {
    /** x */
    public static final String USER_AGENT = "stand-in-kubelet";
}
