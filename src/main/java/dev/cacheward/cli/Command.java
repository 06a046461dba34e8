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
    /** To look after the resources. */
    record Run(Settings settings) implements Command {}

    /**
     * To let all resources go.
     *
     * @param deployment the operator's own, which is stopped first; empty where it does not run
     */
    record Release(Settings settings, Optional<String> deployment) implements Command {}

    /** To list the settings. */
    record Help() implements Command {}

    /** @param complaints what a person has to put right */
    record Wrong(List<String> complaints) implements Command {
        /** Keeps a copy. */
        public Wrong {
            complaints = List.copyOf(complaints);
        }
    }

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
                ? meant(arguments, valid.settings())
                : new Wrong(complaints);
    }

    private static Command meant(List<String> arguments, Settings settings) {
        return arguments.isEmpty()
                ? new Run(settings)
                : new Release(settings, arguments.stream().skip(1).findFirst());
    }

    private static boolean isKnown(List<String> arguments) {
        return arguments.isEmpty() || arguments.get(0).equals("release") && arguments.size() <= 2;
    }

    private static String unknown(List<String> arguments) {
        return "Unknown arguments " + arguments + ": allowed are --help, and release with the name of the operator's"
                + " deployment after it or not; all else is set by environment.";
    }
}
