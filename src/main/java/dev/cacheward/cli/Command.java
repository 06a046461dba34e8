package dev.cacheward.cli;

import dev.cacheward.runtime.Settings;
import dev.cacheward.runtime.SettingsResult;
import dev.cacheward.validation.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the process was started for. */
public sealed interface Command {
    /** What works on a cluster. */
    sealed interface Work extends Command {
        /** By which it works. */
        Settings settings();

        /** What is to be logged first, one line each. */
        List<String> warnings();
    }

    /** To look after the resources. */
    record Run(Settings settings, List<String> warnings) implements Work {
        /** Keeps a copy. */
        public Run {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * To take out of the cluster what would keep resources from being deleted.
     *
     * @param deployment the operator's own, which is stopped first; empty where it does not run
     */
    record Cleanup(Settings settings, Optional<String> deployment, List<String> warnings) implements Work {
        /** Keeps a copy. */
        public Cleanup {
            warnings = List.copyOf(warnings);
        }
    }

    /** To list the settings. */
    record Help() implements Command {}

    /** @param complaints what a person has to put right */
    record Wrong(List<String> complaints) implements Command {
        /** Keeps a copy. */
        public Wrong {
            complaints = List.copyOf(complaints);
        }
    }

    /** What {@link Cleanup} is called on the command line. */
    String CLEANUP = "cleanup";

    /** What it was called in an earlier version. */
    String OLD_CLEANUP = "release";

    /** Help is given whatever else is wrong. */
    static Command parse(List<String> arguments, Map<String, String> environment) {
        if (arguments.contains("--help")) {
            return new Help();
        }
        SettingsResult read = Settings.parse(environment);
        List<String> complaints = new ArrayList<>(isKnown(arguments) ? List.of() : List.of(unknown(arguments)));
        if (read instanceof SettingsResult.Invalid invalid) {
            invalid.problems().stream().map(Problem::toString).forEach(complaints::add);
        }
        return complaints.isEmpty() && read instanceof SettingsResult.Valid valid
                ? meant(arguments, valid)
                : new Wrong(complaints);
    }

    private static Command meant(List<String> arguments, SettingsResult.Valid read) {
        if (arguments.isEmpty()) {
            return new Run(read.settings(), read.warnings());
        }
        List<String> warnings = new ArrayList<>(read.warnings());
        if (arguments.get(0).equals(OLD_CLEANUP)) {
            warnings.add(OLD_CLEANUP + " is the old name of the command " + CLEANUP
                    + ", which is the only one that a later version knows. Use that.");
        }
        return new Cleanup(read.settings(), arguments.stream().skip(1).findFirst(), warnings);
    }

    private static boolean isKnown(List<String> arguments) {
        return arguments.isEmpty() || List.of(CLEANUP, OLD_CLEANUP).contains(arguments.get(0)) && arguments.size() <= 2;
    }

    private static String unknown(List<String> arguments) {
        return "Unknown arguments " + arguments + ": allowed are --help, and cleanup with the name of the operator's"
                + " deployment after it or not; all else is set by environment.";
    }
}
