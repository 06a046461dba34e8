package dev.cacheward;

/** Starts the operator. */
public final class Operator {
    private Operator() {}

    /** @param args {@code --help} lists the settings; there are no others */
    public static void main(String[] args) {}
}
