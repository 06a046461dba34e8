package dev.cacheward.cluster.steps;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** Writes down what this process does, and ends the process right after the first thing that the one before has not done. */
final class Effects {
    /** As after SIGKILL: nothing is finished, no hook runs. */
    private static final int KILLED = 137;

    private final Path log;
    private final Optional<List<String>> before;
    private int count;

    /** @param before the effects of the process before, in order; empty for one that lasts */
    Effects(Path log, Optional<List<String>> before) {
        this.log = log;
        this.before = before;
    }

    /** Tells that the receiver has carried it out. Returns only if the process may go on. */
    synchronized void done(String effect) {
        try {
            Files.writeString(log, effect + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (before.filter(known -> isNew(effect, known)).isPresent()) {
            Runtime.getRuntime().halt(KILLED);
        }
        count++;
    }

    private boolean isNew(String effect, List<String> known) {
        return count >= known.size() || !known.get(count).equals(effect);
    }
}
