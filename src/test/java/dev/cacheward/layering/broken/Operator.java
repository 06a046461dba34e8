package dev.cacheward.layering.broken;

/** Main, which {@link dev.cacheward.layering.broken.util.Drawer} should not know. */
public final class Operator {
    private Operator() {}

    /** Something to be used. */
    public static String name() {
        return "operator";
    }
}
