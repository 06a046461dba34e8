package dev.cacheward.cli;

import dev.cacheward.runtime.Settings;
import dev.cacheward.runtime.SettingsResult;
import dev.cacheward.validation.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The command that the process was started with. */
public sealed interface Command {
    /** A command that works on a cluster. */
    sealed interface Work extends Command {
        /** Returns the settings that apply to it. */
        Settings settings();

        /** Returns the lines that are logged first. */
        List<String> warnings();
    }

    /** Runs the operator. */
    record Run(Settings settings, List<String> warnings) implements Work {
        /** Keeps a copy. */
        public Run {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Removes what would keep resources from being deleted.
     *
     * @param deployment the operator's own, which is stopped first; empty if it does not run
     */
    record Cleanup(Settings settings, Optional<String> deployment, List<String> warnings) implements Work {
        /** Keeps a copy. */
        public Cleanup {
            warnings = List.copyOf(warnings);
        }
    }

    /** Lists the settings. */
    record Help() implements Command {}

    /** @param complaints what a person has to correct, one line each */
    record Wrong(List<String> complaints) implements Command {
        /** Keeps a copy. */
        public Wrong {
            complaints = List.copyOf(complaints);
        }
    }

    /** The name of {@link Cleanup} on the command line. */
    String CLEANUP = "cleanup";

    /** The name of {@link Cleanup} in an earlier version, which still works with a warning. */
    String OLD_CLEANUP = "release";

    /** Reads the command line and the settings. {@code --help} wins over every error. */
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
