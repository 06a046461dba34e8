package dev.cacheward.cli.settings;

import dev.cacheward.cli.terminal.Terminal;
import dev.cacheward.runtime.Settings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/** Prints the list of all settings. */
@Command(
        name = "settings",
        description = "Lists the settings of the operator: environment variables, their defaults and meaning.")
public final class SettingsCommand implements Callable<Integer> {
    private final Terminal terminal;

    /** @param terminal where the list is printed */
    public SettingsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.out().print(Settings.help(terminal.width()));
        return ExitCode.OK;
    }
}
