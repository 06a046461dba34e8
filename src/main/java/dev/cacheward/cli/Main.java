package dev.cacheward.cli;

import dev.cacheward.cli.settings.CommandSettings;
import dev.cacheward.cli.terminal.Terminal;
import dev.cacheward.operator.OperatorProcess;
import dev.cacheward.runtime.StartException;
import java.util.List;
import java.util.Map;

/** The entry point of the process. Without arguments it is the operator, and loads nothing of the command line. */
public final class Main {
    private static final int WRONG_SETTINGS = 2;

    private Main() {}

    /** @param args empty runs the operator; else a command of {@link CommandLineTool} */
    public static void main(String[] args) {
        if (args.length > 0) {
            System.exit(CommandLineTool.of(Terminal.real()).execute(args));
        }
        try {
            operate(System.getenv());
        } catch (StartException failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
        }
    }

    private static void operate(Map<String, String> environment) {
        CommandSettings.of(environment, System.err)
                .apply(List.of())
                .ifPresentOrElse(OperatorProcess::run, () -> System.exit(WRONG_SETTINGS));
    }
}
