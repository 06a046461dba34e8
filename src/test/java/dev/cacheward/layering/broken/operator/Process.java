package dev.cacheward.layering.broken.operator;

import dev.cacheward.layering.broken.cli.Greeting;

/** Puts the parts together, and knows the command line. */
public final class Process {
    private Process() {}

    /** Something to be used. */
    public static String name() {
        return new Greeting("operator").text();
    }
}
