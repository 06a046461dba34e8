package dev.cacheward.cluster.steps;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Counts what this process does, writes it down, and ends the process right after the last effect that it may have. */
final class Effects {
    /** As after SIGKILL: nothing is finished, no hook runs. */
    private static final int KILLED = 137;

    private final Path log;
    private int left;

    /** @param allowed at least 1 */
    Effects(int allowed, Path log) {
        this.left = allowed;
        this.log = log;
    }

    /** Tells that the receiver has carried it out. Returns only if the process may go on. */
    synchronized void done(String effect) {
        try {
            Files.writeString(log, effect + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (--left == 0) {
            Runtime.getRuntime().halt(KILLED);
        }
    }
}
